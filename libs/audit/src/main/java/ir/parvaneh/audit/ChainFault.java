package ir.parvaneh.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One thing that is wrong with a chain.
 *
 * @param number of the entry it is about
 */
record ChainFault(long number, What what) {
    /** What may have happened to an entry. */
    enum What {
        /** It is not there. */
        MISSING,
        /** It says another number than the one it lies under. */
        MISPLACED,
        /** It, or the hash of the one before it, is not what was written. */
        ALTERED,
        /** The page told fewer. */
        SURPLUS,
        /** It is the last one, and not the one with which the page's chain ends. */
        NOT_THE_END;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
