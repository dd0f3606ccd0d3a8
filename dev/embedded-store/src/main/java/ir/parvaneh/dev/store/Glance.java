package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Decodes only some top fields and steps over the rest: sums over pages and building an index stay cheap. */
final class Glance {

    private final Set<String> fields = new HashSet<>();
    private boolean everything;

    /** What this group looks at; all of a document when it speaks of variables. */
    static Glance atGroup(Object group) {
        Glance glance = new Glance();
        glance.collect(group);
        return glance;
    }

    /** What these indexes look at. */
    static Glance atIndexes(Collection<IndexSpec> specs) {
        Glance glance = new Glance();
        specs.forEach(spec -> spec.fields()
                .forEach(field -> glance.fields.add(field.path().steps().getFirst())));
        return glance;
    }

    private void collect(Object expression) {
        switch (expression) {
            case String text when text.startsWith("$$") -> everything = true;
            case String text
            when text.startsWith("$") -> fields.add(text.substring(1).split("\\.", 2)[0]);
            case Map<?, ?> document -> document.values().forEach(this::collect);
            case Collection<?> list -> list.forEach(this::collect);
            case null, default -> {
                // a constant
            }
        }
    }

    Document decode(byte[] bson) {
        if (everything) {
            return Row.decode(bson);
        }
        Document document = new Document();
        ByteBuf in = Unpooled.wrappedBuffer(bson).skipBytes(4);
        for (byte type = in.readByte(); type != 0; type = in.readByte()) {
            String name = BsonDecoder.decodeCString(in);
            if (fields.contains(name)) {
                document.put(name, BsonDecoder.decodeValue(type, in));
            } else {
                skip(type, in);
            }
        }
        return document;
    }

    private static void skip(byte type, ByteBuf in) {
        switch (type) {
            case 0x03, 0x04 -> in.skipBytes(in.getIntLE(in.readerIndex()));
            case 0x02, 0x0D -> in.skipBytes(4 + in.getIntLE(in.readerIndex()));
            case 0x05 -> in.skipBytes(5 + in.getIntLE(in.readerIndex()));
            case 0x01, 0x09, 0x11, 0x12 -> in.skipBytes(8);
            case 0x10 -> in.skipBytes(4);
            case 0x08 -> in.skipBytes(1);
            case 0x07 -> in.skipBytes(12);
            case 0x13 -> in.skipBytes(16);
            default -> BsonDecoder.decodeValue(type, in);
        }
    }
}
