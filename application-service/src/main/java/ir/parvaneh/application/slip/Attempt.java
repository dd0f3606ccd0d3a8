package ir.parvaneh.application.slip;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One attempt to pay a part of a slip: an order at the provider.
 *
 * @param startedAt real time, in milliseconds since the epoch: the reconciliation waits by the real clock
 * @param reference the bank's number; null while there is none
 * @param at city time of its last change
 * @param back what of it goes back though the rest is kept; null while nothing does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Attempt(String orderId, State state, long startedAt, String reference, Instant at, Back back) {

    /** What was ordered back in all, and what of that the provider says it gave back. */
    record Back(long orderedRials, long doneRials) {}

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
        return new Attempt(orderId, next, startedAt, said == null ? reference : said, now, back);
    }

    /** Never less than was ordered before. */
    Attempt orderedBack(long inAllRials, Instant now) {
        return with(new Back(Math.max(orderedBackRials(), inAllRials), doneRials()), now);
    }

    Attempt gaveBack(long inAllRials, Instant now) {
        return with(new Back(orderedBackRials(), Math.max(doneRials(), inAllRials)), now);
    }

    private Attempt with(Back changed, Instant now) {
        return new Attempt(orderId, state, startedAt, reference, now, changed);
    }

    long orderedBackRials() {
        return back == null ? 0 : back.orderedRials();
    }

    long doneRials() {
        return back == null ? 0 : back.doneRials();
    }

    /** What is gone of it, or about to go: a bank may take back what nobody ordered. */
    long goneRials() {
        return Math.max(orderedBackRials(), doneRials());
    }

    /** Money that was confirmed stays so, whatever the provider forgets. */
    boolean mayFail() {
        return switch (state) {
            case OPEN, PAID, SURPLUS -> true;
            case CONFIRMED, FAILED, REFUNDED -> false;
        };
    }

    /** Whether the provider has to be asked about it, or told to give back. */
    boolean awaitsProvider() {
        return switch (state) {
            case OPEN, PAID, SURPLUS -> true;
            case CONFIRMED -> orderedBackRials() > doneRials();
            case FAILED, REFUNDED -> false;
        };
    }
}
