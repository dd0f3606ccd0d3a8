package ir.parvaneh.chassis.store;

import java.time.Instant;
import java.util.List;

/**
 * Why a page is to change.
 *
 * @param key idempotency key scoped to its caller, both as {@link Key#name} writes them; null unless a command
 * @param digest of the command's body; another digest under the same key is refused
 * @param marks what a page has read when it writes; empty unless messages caused it
 * @param traceparent W3C trace context handed on with the events, or null
 * @param deadline real time until which a lost race is tried again; null means ten seconds from the start
 */
public record Cause(String key, String digest, List<Mark> marks, String traceparent, Instant deadline) {
    public Cause {
        marks = List.copyOf(marks);
    }

    public static Cause command(String callerId, String idempotencyKey, String bodyDigest) {
        return new Cause(Key.name(callerId, idempotencyKey), Key.brief(bodyDigest), List.of(), null, null);
    }

    public static Cause messages(List<Mark> marks) {
        return new Cause(null, null, marks, null, null);
    }

    public static Cause clock() {
        return new Cause(null, null, List.of(), null, null);
    }

    public Cause tracedBy(String context) {
        return new Cause(key, digest, marks, context, deadline);
    }

    public Cause until(Instant end) {
        return new Cause(key, digest, marks, traceparent, end);
    }

    Cause reading(List<Mark> read) {
        return new Cause(key, digest, read, traceparent, deadline);
    }

    boolean isCommand() {
        return key != null;
    }
}
