package ir.parvaneh.dev.store;

import ir.parvaneh.dev.store.Filter.Condition;
import java.util.Arrays;

/**
 * A stretch of an index: from a key to below another. The first {@code prefix} bytes are what equality bound; behind
 * them stands what the keys are sorted by.
 */
record Interval(byte[] from, byte[] to, int prefix) {

    private static final byte[] BEHIND = {(byte) 0xFF};

    static Interval under(byte[] prefix) {
        return new Interval(prefix, join(prefix, BEHIND), prefix.length);
    }

    /** Cuts this stretch down to what a condition on its next field lets through, type by type as the server does. */
    Interval cut(Condition condition, boolean ascending) {
        byte[] value = KeyBytes.of(condition.operand());
        byte[] key = head(ascending ? value : KeyBytes.inverted(value));
        byte[] type = head(new byte[] {ascending ? value[0] : (byte) ~value[0]});
        byte[] beyondType = head(new byte[] {(byte) (type[prefix] + 1)});
        return switch (condition.comparison()) {
            case ABOVE -> ascending ? within(join(key, BEHIND), beyondType) : within(type, key);
            case FROM -> ascending ? within(key, beyondType) : within(type, join(key, BEHIND));
            case BELOW -> ascending ? within(type, key) : within(join(key, BEHIND), beyondType);
            case UP_TO -> ascending ? within(type, join(key, BEHIND)) : within(key, beyondType);
            case EQUAL, ONE_OF, PRESENT -> this;
        };
    }

    Interval after(byte[] place) {
        return within(join(head(place), BEHIND), to);
    }

    Interval before(byte[] place) {
        return within(from, head(place));
    }

    private byte[] head(byte[] rest) {
        return join(Arrays.copyOf(from, prefix), rest);
    }

    private Interval within(byte[] lower, byte[] upper) {
        return new Interval(
                Arrays.compareUnsigned(lower, from) > 0 ? lower : from,
                Arrays.compareUnsigned(upper, to) < 0 ? upper : to,
                prefix);
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] result = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, result, first.length, second.length);
        return result;
    }
}
