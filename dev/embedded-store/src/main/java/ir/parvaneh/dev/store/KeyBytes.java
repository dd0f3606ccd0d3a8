package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/**
 * Values as bytes whose unsigned order is the order of the values, so that an index is a sorted map of byte arrays and
 * a prefix of a compound key is a prefix of bytes. Each value starts with the tag of its type, and no encoding is a
 * prefix of another; a byte FF after a whole value is above everything that can follow it.
 */
final class KeyBytes {

    static final Comparator<byte[]> ORDER = Arrays::compareUnsigned;

    static final int LOWEST = 0x08;
    static final int NOTHING = 0x10;
    static final int NUMBER = 0x18;
    static final int TEXT = 0x20;
    static final int DOCUMENT = 0x28;
    static final int LIST = 0x30;
    static final int BINARY = 0x38;
    static final int OLD_UUID = 0x40;
    static final int UUID_TAG = 0x48;
    static final int OBJECT_ID = 0x50;
    static final int BOOLEAN = 0x58;
    static final int INSTANT = 0x60;
    static final int TIMESTAMP = 0x68;
    static final int HIGHEST = 0xF0;

    private static final int BAD_VALUE = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(48);

    static byte[] of(Object value) {
        return new KeyBytes().add(value).toBytes();
    }

    /** The same value in a field that is indexed downwards. */
    static byte[] inverted(byte[] key) {
        byte[] result = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            result[i] = (byte) ~key[i];
        }
        return result;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    KeyBytes add(Object value) {
        switch (value) {
            case null -> out.write(NOTHING);
            case Missing missing -> out.write(NOTHING);
            case String text -> tagged(TEXT).text(text);
            case Number number -> tagged(NUMBER).number(number);
            case Instant instant -> tagged(INSTANT).ordered(instant.toEpochMilli());
            case Boolean truth -> tagged(BOOLEAN).out.write(truth ? 1 : 0);
            case ObjectId id -> tagged(OBJECT_ID).out.writeBytes(id.toByteArray());
            case UUID uuid -> tagged(UUID_TAG).uuid(uuid);
            case LegacyUUID old -> tagged(OLD_UUID).uuid(old.getUuid());
            case BinData data -> tagged(BINARY).binary(data.getData());
            case Map<?, ?> document -> tagged(DOCUMENT).document(document);
            case Collection<?> list -> tagged(LIST).list(list);
            case BsonTimestamp stamp -> tagged(TIMESTAMP).ordered(stamp.getValue());
            case MinKey lowest -> out.write(LOWEST);
            case MaxKey highest -> out.write(HIGHEST);
            default -> throw notIndexable(value);
        }
        return this;
    }

    private static MongoServerError notIndexable(Object value) {
        return new MongoServerError(
                BAD_VALUE,
                "BadValue",
                "the development store cannot index a " + value.getClass().getSimpleName());
    }

    private KeyBytes tagged(int tag) {
        out.write(tag);
        return this;
    }

    /** A double decides first; what a long has beyond a double's 53 bits decides between equals. */
    private void number(Number number) {
        if (number instanceof Decimal128) {
            throw notIndexable(number);
        }
        double rounded = number.doubleValue();
        long rest = number instanceof Long exact ? exact - (long) rounded : 0;
        if (number instanceof Long exact && rounded == 0x1p63) {
            rest = exact - Long.MAX_VALUE - 1;
        }
        ordered(sortable(rounded == 0 ? 0.0 : rounded));
        out.write((int) (rest + 0x4000) >> 8);
        out.write((int) rest);
    }

    private static long sortable(double value) {
        if (Double.isNaN(value)) {
            return Long.MIN_VALUE;
        }
        long bits = Double.doubleToLongBits(value);
        return bits >= 0 ? bits : bits ^ Long.MAX_VALUE;
    }

    private void ordered(long value) {
        long bits = value ^ Long.MIN_VALUE;
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (bits >>> shift));
        }
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                out.write(bytes, from, i + 1 - from);
                out.write(0xFF);
                from = i + 1;
            }
        }
        out.write(bytes, from, bytes.length - from);
        out.write(0);
    }

    private void uuid(UUID uuid) {
        text(uuid.toString());
    }

    private void binary(byte[] data) {
        ordered(data.length);
        out.writeBytes(data);
    }

    private void document(Map<?, ?> document) {
        for (Map.Entry<?, ?> field : document.entrySet()) {
            byte[] value = of(field.getValue());
            out.write(value[0]);
            text((String) field.getKey());
            out.writeBytes(value);
        }
        out.write(0);
    }

    private void list(Collection<?> list) {
        list.forEach(this::add);
        out.write(0);
    }

    /** Whether a comparison with this value can be answered from an index alone. */
    static boolean isPlain(Object value) {
        return switch (value) {
            case String text -> true;
            case Decimal128 decimal -> false;
            case Double number -> !number.isNaN();
            case Number number -> true;
            case Instant instant -> true;
            case Boolean truth -> true;
            case ObjectId id -> true;
            case UUID uuid -> true;
            case null, default -> false;
        };
    }
}
