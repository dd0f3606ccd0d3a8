package ir.parvaneh.dev.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A journal or snapshot from which documents are read back one at a time. Whoever holds a place in it holds the open
 * file, so a name may be deleted while somebody still reads; when nobody is left, the collector closes it and the
 * system frees the space. Read by position, not mapped: mapped pages would count as the process's memory.
 */
final class EntryFile implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private volatile long forced;

    private EntryFile(Path path, FileChannel channel, long forced) {
        this.path = path;
        this.channel = channel;
        this.forced = forced;
    }

    /** What is in the file by now counts as forced. */
    static EntryFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        return new EntryFile(path, channel, channel.size());
    }

    /** All before this place is on disk. */
    void forcedTo(long end) {
        forced = end;
    }

    boolean holds(long offset) {
        return offset < forced;
    }

    /**
     * The body of the PUT entry that begins at {@code offset}.
     *
     * @throws UncheckedIOException when it cannot be read, or when what is there is not that entry, whole
     */
    byte[] body(long offset, byte[] key, int length) {
        ByteBuffer frame = ByteBuffer.allocate(Entry.sizeOf(key.length, length));
        try {
            for (int read = 0; read >= 0 && frame.hasRemaining(); ) {
                read = channel.read(frame, offset + frame.position());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + path + " at byte " + offset, failure);
        }
        if (frame.hasRemaining() || !Entry.isPut(frame.flip(), key)) {
            throw new UncheckedIOException(new IOException("damaged at byte " + offset + ": " + path));
        }
        return Arrays.copyOfRange(frame.array(), frame.capacity() - length, frame.capacity());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
