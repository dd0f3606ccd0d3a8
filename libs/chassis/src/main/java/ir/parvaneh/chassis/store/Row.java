package ir.parvaneh.chassis.store;

import org.bson.Document;

/**
 * One line of a list, a pure function of a page or an event. It is upserted unless the stored one changed later.
 *
 * @param changed version of the page (or number of the event) that changed it last; kept as {@code changed}
 */
public record Row(String collection, String id, long changed, Document fields) {
    /**
     * Field of every stored row: the real instant of the write that made it what it is, and its id. The order of feeds:
     * a row may be written long after its page changed, but never shown long after it was stamped.
     */
    public static final String WRITTEN = "writtenKey";
}
