package ir.parvaneh.chassis.store;

import ir.parvaneh.chassis.refusal.Refusal;
import java.util.List;

/** What a decision says about a page. */
public sealed interface Verdict<P> {

    /**
     * The page changes and tells these events, in one write.
     *
     * @param status what a repeated command is answered with, an HTTP status
     * @param etag number of the resource's last visible change; null means the page's new version
     */
    record Changed<P>(P body, List<NewEvent> events, int status, Long etag) implements Verdict<P> {
        public Changed {
            events = List.copyOf(events);
        }
    }

    /** Nothing to write; when messages caused it, their marks still move. */
    record Unchanged<P>() implements Verdict<P> {}

    /** No: nothing is written. Not for messages; a page that cannot follow a message tells so by an event. */
    record Refused<P>(Refusal refusal) implements Verdict<P> {}

    static <P> Verdict<P> changed(P body, List<NewEvent> events) {
        return new Changed<>(body, events, 200, null);
    }

    static <P> Verdict<P> changed(P body, NewEvent... events) {
        return new Changed<>(body, List.of(events), 200, null);
    }

    static <P> Verdict<P> changed(P body, List<NewEvent> events, int status, Long etag) {
        return new Changed<>(body, events, status, etag);
    }

    static <P> Verdict<P> unchanged() {
        return new Unchanged<>();
    }

    static <P> Verdict<P> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
