package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * One change: what a collection, index or document is from now on. An entry states the outcome, not the operation, so
 * applying it twice does no harm. Collections are named by a number that is never given twice.
 *
 * <p>On disk: length and CRC-32C (4 bytes each, both of what follows), kind (1), collection (4), length of the key (4),
 * key, body.
 */
record Entry(Kind kind, int collection, byte[] key, byte[] body) {

    enum Kind {
        CREATE,
        DROP,
        INDEX,
        UNINDEX,
        PUT,
        REMOVE
    }

    static final int FRAME = 8;
    private static final int FIXED = 9;
    private static final byte[] NONE = {};
    private static final Kind[] KINDS = Kind.values();

    static Entry create(int collection, String namespace) {
        return new Entry(Kind.CREATE, collection, NONE, namespace.getBytes(StandardCharsets.UTF_8));
    }

    static Entry drop(int collection) {
        return new Entry(Kind.DROP, collection, NONE, NONE);
    }

    static Entry index(int collection, Document description) {
        return new Entry(Kind.INDEX, collection, NONE, Row.encode(description));
    }

    static Entry unindex(int collection, String name) {
        return new Entry(Kind.UNINDEX, collection, NONE, name.getBytes(StandardCharsets.UTF_8));
    }

    static Entry put(int collection, byte[] idKey, byte[] bson) {
        return new Entry(Kind.PUT, collection, idKey, bson);
    }

    static Entry remove(int collection, byte[] idKey) {
        return new Entry(Kind.REMOVE, collection, idKey, NONE);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Bytes on disk, frame included. */
    int size() {
        return sizeOf(key.length, body.length);
    }

    static int sizeOf(int keyLength, int bodyLength) {
        return FRAME + FIXED + keyLength + bodyLength;
    }

    void writeTo(ByteBuffer buffer) {
        buffer.put((byte) kind.ordinal())
                .putInt(collection)
                .putInt(key.length)
                .put(key)
                .put(body);
    }

    /** Whether these bytes are one whole entry, frame included, that puts a document under this key. */
    static boolean isPut(ByteBuffer bytes, byte[] key) {
        int length = bytes.getInt();
        int crc = bytes.getInt();
        return length == bytes.remaining()
                && crc == crcOf(bytes.slice())
                && bytes.get() == Kind.PUT.ordinal()
                && bytes.getInt(bytes.position() + Integer.BYTES) == key.length
                && bytes.slice(bytes.position() + 2 * Integer.BYTES, key.length).equals(ByteBuffer.wrap(key));
    }

    static int crcOf(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    static Entry readFrom(ByteBuffer buffer) {
        Kind kind = KINDS[buffer.get()];
        int collection = buffer.getInt();
        byte[] key = new byte[buffer.getInt()];
        buffer.get(key);
        byte[] body = new byte[buffer.remaining()];
        buffer.get(body);
        return new Entry(kind, collection, key, body);
    }
}
