package ir.parvaneh.dev.store;

/**
 * The bytes of one version of a document: in the heap (hot), at a place in a file (cold), or both. What they are never
 * changes, only where they are read from, so a reader may keep this while the row goes on to a newer version.
 */
final class Stored {

    /** Of a row that was removed. */
    static final Stored GONE = new Stored(null, 0, 0, new byte[0]);

    private final EntryFile file;
    private final long offset;
    private final int length;
    private volatile byte[] bytes;

    private Stored(EntryFile file, long offset, int length, byte[] bytes) {
        this.file = file;
        this.offset = offset;
        this.length = length;
        this.bytes = bytes;
    }

    /** For what no file holds. */
    static Stored inHeap(byte[] bytes) {
        return new Stored(null, 0, bytes.length, bytes);
    }

    /** @param offset where the entry begins that holds these bytes, or will once it is written */
    static Stored hot(EntryFile file, long offset, byte[] bytes) {
        return new Stored(file, offset, bytes.length, bytes);
    }

    static Stored cold(EntryFile file, long offset, int length) {
        return new Stored(file, offset, length, null);
    }

    /** The same bytes at another place; as hot or cold as before. */
    Stored movedTo(EntryFile newFile, long newOffset) {
        return new Stored(newFile, newOffset, length, bytes);
    }

    int length() {
        return length;
    }

    boolean isHot() {
        return bytes != null;
    }

    boolean hasPlace() {
        return file != null;
    }

    boolean mayCool() {
        return file != null && file.holds(offset);
    }

    /** From now on read from the file. */
    void cool() {
        bytes = null;
    }

    byte[] bson(byte[] idKey) {
        byte[] held = bytes;
        return held == null ? file.body(offset, idKey, length) : held;
    }
}
