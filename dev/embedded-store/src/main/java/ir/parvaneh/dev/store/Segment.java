package ir.parvaneh.dev.store;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reading a file of entries back, up to its end or to the first entry that is not whole. */
final class Segment {

    private static final int LARGEST = 64 << 20;

    private Segment() {}

    /** Takes entries in the order of the file. */
    interface Sink {

        /** @param offset where in the file the entry begins */
        void accept(Entry entry, long offset);
    }

    /** Feeds each whole entry to {@code sink}; answers the bytes that hold whole entries. */
    static long read(Path file, Sink sink) throws IOException {
        long left = Files.size(file);
        long good = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            while (left - good >= Entry.FRAME) {
                int length = in.readInt();
                int crc = in.readInt();
                if (length <= 0 || length > LARGEST || length > left - good - Entry.FRAME) {
                    return good;
                }
                byte[] bytes = in.readNBytes(length);
                if (bytes.length < length || Entry.crcOf(ByteBuffer.wrap(bytes)) != crc) {
                    return good;
                }
                sink.accept(Entry.readFrom(ByteBuffer.wrap(bytes)), good);
                good += Entry.FRAME + length;
            }
        }
        return good;
    }

    /** Cuts off what follows the last whole entry. */
    static void truncate(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            channel.force(true);
        }
    }
}
