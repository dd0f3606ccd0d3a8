package ir.parvaneh.chassis.stream;

import ir.parvaneh.chassis.store.Event;
import ir.parvaneh.chassis.store.Mark;
import ir.parvaneh.chassis.store.Shape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An event of another aggregate, as it came in.
 *
 * @param source CloudEvents source
 * @param number its place in the aggregate's stream, from 1
 * @param at city time
 * @param traceparent W3C trace context or null
 * @param data JSON
 */
public record Incoming(
        String source,
        String aggregate,
        long number,
        String id,
        String type,
        Instant at,
        String traceparent,
        byte[] data) {

    static final String DISCARDED = "discarded";

    /**
     * Its data as a record; members the record does not know are ignored.
     *
     * @throws tools.jackson.core.JacksonException when it cannot be read: the event is parked as failing
     */
    public <T> T as(Class<T> type) {
        return Shape.json().readValue(data, type);
    }

    public static Incoming of(Event event) {
        return new Incoming(
                event.source(),
                event.aggregate(),
                event.number(),
                event.id(),
                event.type(),
                Instant.parse(event.at()),
                event.traceparent(),
                event.data().getBytes(StandardCharsets.UTF_8));
    }

    Mark mark() {
        return new Mark(source, aggregate, number, id);
    }

    String stream() {
        return Mark.stream(source, aggregate);
    }

    /** The same place in the stream without what it says: an operator had it skipped. */
    Incoming discarded() {
        return new Incoming(source, aggregate, number, id, DISCARDED, at, traceparent, new byte[] {'{', '}'});
    }
}
