package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes replies; documents that were found go out as the bytes that are kept, without a decoding in between. */
final class ReplyEncoder extends MessageToByteEncoder<MongoMessage> {

    private static final byte DOCUMENT = 3;
    private static final byte ARRAY = 4;

    @Override
    protected void encode(ChannelHandlerContext context, MongoMessage message, ByteBuf out) {
        int start = out.writerIndex();
        out.writeIntLE(0);
        out.writeIntLE(message.getHeader().getRequestID());
        out.writeIntLE(message.getHeader().getResponseTo());
        out.writeIntLE(OpCode.OP_MSG.getId());
        out.writeIntLE(message.getFlags());
        out.writeByte(MongoMessage.SECTION_KIND_BODY);
        document(message.getDocument(), out);
        out.setIntLE(start, out.writerIndex() - start);
    }

    private static void document(Document document, ByteBuf out) {
        int start = open(out);
        for (Map.Entry<String, Object> field : document.entrySet()) {
            field(field.getKey(), field.getValue(), out);
        }
        close(start, out);
    }

    private static void field(String name, Object value, ByteBuf out) {
        switch (value) {
            case EncodedBatch batch -> {
                name(ARRAY, name, out);
                array(batch, out);
            }
            case Document document -> {
                name(DOCUMENT, name, out);
                document(document, out);
            }
            case null, default -> {
                byte type = BsonEncoder.determineType(value);
                name(type, name, out);
                BsonEncoder.encodeValue(type, value, out);
            }
        }
    }

    private static void array(EncodedBatch batch, ByteBuf out) {
        int start = open(out);
        int position = 0;
        for (byte[] document : batch.documents()) {
            name(DOCUMENT, Integer.toString(position++), out);
            out.writeBytes(document);
        }
        close(start, out);
    }

    private static void name(byte type, String name, ByteBuf out) {
        out.writeByte(type);
        out.writeCharSequence(name, StandardCharsets.UTF_8);
        out.writeByte(0);
    }

    private static int open(ByteBuf out) {
        int start = out.writerIndex();
        out.writeIntLE(0);
        return start;
    }

    private static void close(int start, ByteBuf out) {
        out.writeByte(0);
        out.setIntLE(start, out.writerIndex() - start);
    }
}
