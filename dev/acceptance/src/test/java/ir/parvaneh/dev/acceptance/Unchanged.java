package ir.parvaneh.dev.acceptance;

import java.util.function.Predicate;

/** Holds as long as each value is the one before; the first is. */
final class Unchanged implements Predicate<Long> {
    private Long last;

    @Override
    public boolean test(Long value) {
        boolean same = last == null || last.equals(value);
        last = value;
        return same;
    }
}
