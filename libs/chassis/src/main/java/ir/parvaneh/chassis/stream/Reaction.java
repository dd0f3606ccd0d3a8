package ir.parvaneh.chassis.stream;

import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;

/** What a page does with the events of another source. */
public interface Reaction<P> {

    /**
     * The page that reads this event's aggregate; must follow from source and aggregate alone. Null when no page does:
     * then nothing of that aggregate is read here.
     */
    default String pageOf(Incoming event) {
        return event.aggregate();
    }

    /**
     * Whether this event may change its page; must follow from the event alone. One that may not waits a moment for the
     * next that does, and both are read in one write. What cannot be told counts as true.
     */
    default boolean matters(Incoming event) {
        return true;
    }

    /**
     * Pure; may run more than once. An unknown type is {@link Verdict#unchanged()}. Never refuses: a page that cannot
     * follow tells so by an event. What it throws parks the event as failing and holds what follows of its aggregate.
     */
    Verdict<P> apply(Page<P> page, Incoming event);
}
