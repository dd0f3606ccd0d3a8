package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * One stored document, kept encoded: a fifth of the size of a decoded one, and every reader decodes a copy of its own,
 * so nobody sees a document that is being changed. Only {@link HotRows} gives it newer versions.
 */
final class Row {

    final byte[] idKey;
    private volatile Stored stored;

    /** Bookkeeping of {@link HotRows}. */
    boolean queued;

    boolean writtenAgain;

    Row(byte[] idKey) {
        this.idKey = idKey;
    }

    Stored stored() {
        return stored;
    }

    void store(Stored newer) {
        stored = newer;
    }

    int length() {
        return stored.length();
    }

    byte[] bson() {
        return stored.bson(idKey);
    }

    static Document decode(byte[] bson) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer(1024);
        BsonEncoder.encodeDocument(document, buffer);
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }
}
