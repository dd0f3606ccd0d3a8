package ir.parvaneh.dev.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Framed entries on their way to a file. */
final class EntryBuffer {

    private static final int START = 1 << 18;

    private ByteBuffer bytes = ByteBuffer.allocateDirect(START);

    void add(Entry entry) {
        makeRoom(entry.size());
        int start = bytes.position();
        bytes.position(start + Entry.FRAME);
        entry.writeTo(bytes);
        int length = bytes.position() - start - Entry.FRAME;
        bytes.putInt(start, length);
        bytes.putInt(start + 4, Entry.crcOf(bytes.slice(start + Entry.FRAME, length)));
    }

    private void makeRoom(int needed) {
        if (bytes.remaining() < needed) {
            ByteBuffer larger = ByteBuffer.allocateDirect(Math.max(bytes.capacity() * 2, bytes.position() + needed));
            bytes = larger.put(bytes.flip());
        }
    }

    int size() {
        return bytes.position();
    }

    void drainTo(FileChannel file) throws IOException {
        bytes.flip();
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        bytes.clear();
    }
}
