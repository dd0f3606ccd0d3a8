package ir.parvaneh.chassis.stream;

import ir.parvaneh.chassis.store.Mark;
import java.time.Instant;

/**
 * An event that could not be taken in yet.
 *
 * @param inbox whose it is
 * @param page who was to read it
 * @param since real time
 * @param note what went wrong, for a person; null for a gap
 */
public record Parked(String id, String inbox, String page, Reason reason, Instant since, String note, Incoming event) {

    /** Why it waits; the first two are tried again by themselves, the others when an operator says so. */
    public enum Reason {
        /** An event before it is missing. */
        GAP,
        /** The store would not take the page. */
        UNSAVED,
        /** The page's reaction threw. */
        FAILING,
        /** Another event has its number. */
        FORKED,
        /** It is no event of ours. */
        UNREADABLE;

        boolean comesBack() {
            return this == GAP || this == UNSAVED;
        }
    }

    static Parked of(String inbox, String page, Reason reason, Instant since, String note, Incoming event) {
        String place = inbox + "|" + Mark.stream(event.source(), event.aggregate()) + ":" + event.number();
        String id = reason == Reason.FORKED ? place + ":" + event.id() : place;
        return new Parked(id, inbox, page, reason, since, note, event);
    }
}
