package ir.parvaneh.chassis.store;

import java.util.Base64;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * An event as it is stored, sent and kept in history.
 *
 * @param at city time, ISO with milliseconds
 * @param data JSON text, never touched again after it was written
 * @param traceparent W3C trace context or null
 * @param hash SHA-256 over the hash before and all of this event: a chain through the aggregate's history
 */
public record Event(
        String source,
        String aggregate,
        long number,
        String id,
        String type,
        String at,
        String data,
        String traceparent,
        Key key,
        String hash) {
    private static final int DIGITS = 10;

    Event chainedTo(String before) {
        return new Event(source, aggregate, number, id, type, at, data, traceparent, key, digest(before));
    }

    private String digest(String before) {
        String text = String.join(
                "\n",
                before,
                source,
                aggregate,
                Long.toString(number),
                id,
                type,
                at,
                data,
                traceparent == null ? "" : traceparent,
                key == null ? "" : key.text());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(text));
    }

    /** Does this event follow one with that hash, unaltered? The first event follows the empty hash. */
    public boolean follows(String before) {
        return hash.equals(digest(before));
    }

    /** The name under which history keeps it; numbers have ten digits, so that names sort as numbers do. */
    static String historyId(String source, String aggregate, long number) {
        String digits = Long.toString(number);
        return Mark.stream(source, aggregate) + ":" + "0".repeat(DIGITS - digits.length()) + digits;
    }

    BsonDocument outboxEntry() {
        BsonDocument entry = new BsonDocument("n", new BsonInt64(number))
                .append("id", new BsonString(id))
                .append("type", new BsonString(type))
                .append("at", new BsonString(at))
                .append("data", new BsonString(data));
        if (traceparent != null) {
            entry.append("traceparent", new BsonString(traceparent));
        }
        if (key != null) {
            entry.append("key", key.bson());
        }
        return entry.append("hash", new BsonString(hash));
    }

    BsonDocument historyEntry() {
        BsonDocument entry = new BsonDocument("_id", new BsonString(historyId(source, aggregate, number)))
                .append("source", new BsonString(source))
                .append("aggregate", new BsonString(aggregate));
        entry.putAll(outboxEntry());
        return entry;
    }

    static Event ofOutbox(String source, String aggregate, BsonDocument entry) {
        return new Event(
                source,
                aggregate,
                entry.getInt64("n").getValue(),
                entry.getString("id").getValue(),
                entry.getString("type").getValue(),
                entry.getString("at").getValue(),
                entry.getString("data").getValue(),
                entry.containsKey("traceparent")
                        ? entry.getString("traceparent").getValue()
                        : null,
                entry.containsKey("key") ? Key.of(entry.getDocument("key")) : null,
                entry.getString("hash").getValue());
    }

    public static Event ofHistory(BsonDocument entry) {
        return ofOutbox(
                entry.getString("source").getValue(),
                entry.getString("aggregate").getValue(),
                entry);
    }
}
