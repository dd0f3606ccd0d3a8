package ir.parvaneh.application.slip;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One attempt to pay a part of a slip: an order at the provider.
 *
 * @param startedAt real time, in milliseconds since the epoch: the reconciliation waits by the real clock
 * @param reference the bank's number; null while there is none
 * @param at city time of its last change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Attempt(String orderId, State state, long startedAt, String reference, Instant at) {

    /** Where an attempt stands. */
    enum State {
        /** The person is at the provider, or never came back. */
        OPEN,
        /** A callback said so; the provider was not asked yet. */
        PAID,
        /** The provider said so when it was asked. */
        CONFIRMED,
        /** Nothing was paid and nothing will be. */
        FAILED,
        /** Paid, but for a slip that does not want it any more: to be given back. */
        SURPLUS,
        /** Given back. */
        REFUNDED
    }

    Attempt in(State next, String said, Instant now) {
        return new Attempt(orderId, next, startedAt, said == null ? reference : said, now);
    }

    /** Whether the provider has to be asked about it, or told to give back. */
    boolean awaitsProvider() {
        return switch (state) {
            case OPEN, PAID, SURPLUS -> true;
            case CONFIRMED, FAILED, REFUNDED -> false;
        };
    }
}
