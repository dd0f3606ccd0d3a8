package ir.parvaneh.chassis.store;

/**
 * How far a page has read another aggregate's stream.
 *
 * @param source CloudEvents source
 * @param aggregate id of the aggregate that told the event
 * @param number of the last event taken in
 * @param eventId of that event: the same number under another id is a fork
 */
public record Mark(String source, String aggregate, long number, String eventId) {

    /** Under what name a page keeps it. */
    public String stream() {
        return stream(source, aggregate);
    }

    public static String stream(String source, String aggregate) {
        return source + "|" + aggregate;
    }
}
