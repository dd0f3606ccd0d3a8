package ir.parvaneh.iran;

import java.util.List;

/** What came of reading an identifier: the value, perhaps with doubts, or why it is none. */
public sealed interface Parsed<T> {

    /**
     * It is one.
     *
     * @param doubts what a person should look at again, though it is no reason to refuse
     */
    record Valid<T>(T value, List<IdentifierFault> doubts) implements Parsed<T> {
        public Valid {
            doubts = List.copyOf(doubts);
        }
    }

    /** It is none, and why. */
    record Refused<T>(IdentifierFault why) implements Parsed<T> {}

    static <T> Parsed<T> valid(T value) {
        return new Valid<>(value, List.of());
    }

    static <T> Parsed<T> refused(IdentifierFault why) {
        return new Refused<>(why);
    }

    /** The value; throws IllegalArgumentException with the English sentence when there is none. */
    default T orThrow() {
        return switch (this) {
            case Valid<T> valid -> valid.value();
            case Refused<T> refused ->
                throw new IllegalArgumentException(refused.why().en());
        };
    }

    /** What a person should look at again; a refused text has none, only its reason. */
    default List<IdentifierFault> doubts() {
        return List.of();
    }

    default boolean isValid() {
        return switch (this) {
            case Valid<T> valid -> true;
            case Refused<T> refused -> false;
        };
    }
}
