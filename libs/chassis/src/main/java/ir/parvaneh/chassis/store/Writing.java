package ir.parvaneh.chassis.store;

import ir.parvaneh.chassis.store.Verdict.Changed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * Turns a verdict on a page into the one write that carries it, and into the page that stands after it.
 *
 * @param rows all lines of the page after it
 */
record Writing<P>(Held<P> after, Write write, List<Row> rows) {

    static <P> Writing<P> of(
            Pages.Definition<P> definition, Held<P> before, Changed<P> verdict, Cause cause, Pen pen, Rules rules) {
        Stored old = before.stored();
        List<Event> events = events(definition, old, verdict, cause, pen);
        Key key = events.isEmpty() || !cause.isCommand()
                ? key(old, verdict, cause, 0)
                : events.getFirst().key();
        boolean same = verdict.body() == before.body() && old.version() > 0;
        Stored stored = stored(definition, old, same, verdict, cause, events, key, rules);
        List<Row> rows = definition.rows().apply(new Held<>(stored, verdict.body()).page());
        boolean touched = !events.isEmpty() || rows.stream().anyMatch(row -> row.changed() == stored.version());
        Stored after = touched ? pending(stored) : stored;
        Write write = write(old, after, events, key, touched ? pen.realMillis() : null, rules);
        return new Writing<>(new Held<>(after, verdict.body()), write, rows);
    }

    private static <P> List<Event> events(
            Pages.Definition<P> definition, Stored old, Changed<P> verdict, Cause cause, Pen pen) {
        List<Event> events = new ArrayList<>();
        String chain = old.chain();
        for (NewEvent told : verdict.events()) {
            Key key =
                    events.isEmpty() ? key(old, verdict, cause, verdict.events().size()) : null;
            Event event = new Event(
                            definition.source(),
                            old.id(),
                            old.number() + events.size() + 1,
                            pen.id(),
                            told.type(),
                            pen.cityTime(),
                            Shape.json().writeValueAsString(told.data()),
                            cause.traceparent(),
                            key,
                            null)
                    .chainedTo(chain);
            chain = event.hash();
            events.add(event);
        }
        return events;
    }

    private static <P> Key key(Stored old, Changed<P> verdict, Cause cause, int count) {
        if (!cause.isCommand()) {
            return null;
        }
        long etag = verdict.etag() == null ? old.version() + 1 : verdict.etag();
        return new Key(cause.key(), cause.digest(), old.number() + 1, old.number() + count, verdict.status(), etag);
    }

    private static <P> Stored stored(
            Pages.Definition<P> definition,
            Stored old,
            boolean same,
            Changed<P> verdict,
            Cause cause,
            List<Event> events,
            Key key,
            Rules rules) {
        return new Stored(
                old.id(),
                old.version() + 1,
                old.number() + events.size(),
                same ? old.body() : Shape.encode(verdict.body()),
                same ? old.found() : Shape.fields(definition.found().apply(verdict.body())),
                joined(old.outbox(), events),
                old.pending(),
                old.rowsAt(),
                keys(old.keys(), key, rules.keysKept()),
                marks(old.marks(), cause.marks()),
                events.isEmpty() ? old.chain() : events.getLast().hash());
    }

    private static List<Event> joined(List<Event> outbox, List<Event> events) {
        List<Event> all = new ArrayList<>(outbox);
        all.addAll(events);
        return all;
    }

    private static List<Key> keys(List<Key> known, Key key, int kept) {
        if (key == null) {
            return known;
        }
        List<Key> all = new ArrayList<>(known);
        all.add(key);
        return all.size() > kept ? List.copyOf(all.subList(all.size() - kept, all.size())) : all;
    }

    private static Map<String, Mark> marks(Map<String, Mark> known, List<Mark> moved) {
        if (moved.isEmpty()) {
            return known;
        }
        Map<String, Mark> all = new LinkedHashMap<>(known);
        moved.forEach(mark -> all.put(mark.stream(), mark));
        return all;
    }

    private static Stored pending(Stored s) {
        return new Stored(
                s.id(),
                s.version(),
                s.number(),
                s.body(),
                s.found(),
                s.outbox(),
                true,
                s.rowsAt(),
                s.keys(),
                s.marks(),
                s.chain());
    }

    private static Write write(Stored old, Stored after, List<Event> events, Key key, Long pendingSince, Rules rules) {
        BsonDocument set = new BsonDocument("version", new BsonInt64(after.version()));
        List<String> unset = new ArrayList<>();
        if (!events.isEmpty() || old.version() == 0) {
            set.append("number", new BsonInt64(after.number())).append("chain", new BsonString(after.chain()));
        }
        Differences differences = new Differences(set, unset);
        differences.between("body.", old.body(), after.body());
        differences.between("", old.found(), after.found());
        after.marks().forEach((stream, mark) -> {
            if (!mark.equals(old.marks().get(stream))) {
                set.append(Marks.path(mark), Marks.bson(mark));
            }
        });
        List<BsonDocument> entries = events.stream().map(Event::outboxEntry).toList();
        BsonDocument kept = key == null ? null : key.bson();
        return new Write(
                old.id(),
                old.version(),
                set,
                unset,
                entries,
                kept,
                rules.keysKept(),
                pendingSince,
                rules.pendingByMin());
    }
}
