package ir.parvaneh.chassis.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** A page's document, taken apart; its body is still BSON by top-level field. */
record Stored(
        String id,
        long version,
        long number,
        BsonDocument body,
        BsonDocument found,
        List<Event> outbox,
        boolean pending,
        long rowsAt,
        List<Key> keys,
        Map<String, Mark> marks,
        String chain) {
    static final Set<String> OWN =
            Set.of("_id", "version", "number", "body", "outbox", "pendingSince", "rowsAt", "keys", "marks", "chain");

    static Stored absent(String id) {
        return new Stored(
                id, 0, 0, new BsonDocument(), new BsonDocument(), List.of(), false, 0, List.of(), Map.of(), "");
    }

    static Stored of(String source, BsonDocument given) {
        BsonDocument raw = given instanceof RawBsonDocument bytes ? bytes.decode(new BsonDocumentCodec()) : given;
        String id = raw.getString("_id").getValue();
        BsonDocument found = new BsonDocument();
        raw.forEach((name, value) -> {
            if (!OWN.contains(name)) {
                found.append(name, value);
            }
        });
        return new Stored(
                id,
                number(raw, "version"),
                number(raw, "number"),
                raw.getDocument("body"),
                found,
                outbox(source, id, raw),
                raw.containsKey("pendingSince"),
                number(raw, "rowsAt"),
                keys(raw),
                marks(raw),
                raw.getString("chain").getValue());
    }

    private static long number(BsonDocument raw, String name) {
        return raw.containsKey(name) ? raw.getNumber(name).longValue() : 0;
    }

    private static List<Event> outbox(String source, String id, BsonDocument raw) {
        List<Event> events = new ArrayList<>();
        for (BsonValue entry : raw.getArray("outbox", new BsonArray())) {
            events.add(Event.ofOutbox(source, id, entry.asDocument()));
        }
        return events;
    }

    private static List<Key> keys(BsonDocument raw) {
        List<Key> keys = new ArrayList<>();
        for (BsonValue entry : raw.getArray("keys", new BsonArray())) {
            keys.add(Key.of(entry.asDocument()));
        }
        return keys;
    }

    static Map<String, Mark> marks(BsonDocument raw) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        raw.getDocument("marks", new BsonDocument()).forEach((name, value) -> {
            Mark mark = Marks.of(name, value.asDocument());
            marks.put(mark.stream(), mark);
        });
        return marks;
    }

    /** What is left after events up to that number went; settled when nothing waits in it any more. */
    Stored pruned(long upTo, boolean settled) {
        List<Event> left = outbox.stream().filter(e -> e.number() > upTo).toList();
        return new Stored(
                id,
                version,
                number,
                body,
                found,
                left,
                pending && !settled,
                settled ? version : rowsAt,
                keys,
                marks,
                chain);
    }

    /** The command under this key, if the page itself still knows it. */
    Key keyed(String key) {
        for (Key known : keys) {
            if (known.key().equals(key)) {
                return known;
            }
        }
        return null;
    }

    /** The command under this key, if it waits in the outbox. */
    Key waiting(String key) {
        for (Event event : outbox) {
            if (event.key() != null && event.key().key().equals(key)) {
                return event.key();
            }
        }
        return null;
    }
}
