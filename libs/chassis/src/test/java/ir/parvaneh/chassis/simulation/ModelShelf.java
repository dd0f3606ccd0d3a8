package ir.parvaneh.chassis.simulation;

import ir.parvaneh.chassis.store.Prune;
import ir.parvaneh.chassis.store.Row;
import ir.parvaneh.chassis.store.Shelf;
import ir.parvaneh.chassis.store.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a document store does, in memory; each process has a door of its own to the same data. */
final class ModelShelf implements Shelf {
    private final World world;
    private final World.Process process;
    private final Data data;

    ModelShelf(World world, World.Process process, Data data) {
        this.world = world;
        this.process = process;
        this.data = data;
    }

    /** What the store holds. */
    static final class Data {
        final Map<String, BsonDocument> pages = new TreeMap<>();
        final Map<String, BsonDocument> history = new TreeMap<>();
        final Map<String, Row> rows = new TreeMap<>();
    }

    private <T> Mono<T> call(Supplier<T> action) {
        return world.call(process, action);
    }

    private Flux<BsonDocument> several(Supplier<List<BsonDocument>> action) {
        return call(action).flatMapIterable(found -> found);
    }

    @Override
    public Mono<BsonDocument> find(String id) {
        return call(() -> copy(data.pages.get(id)));
    }

    @Override
    public Flux<BsonDocument> findAll(List<String> ids) {
        return several(() -> ids.stream()
                .filter(data.pages::containsKey)
                .map(id -> copy(data.pages.get(id)))
                .toList());
    }

    private static BsonDocument copy(BsonDocument page) {
        return page == null ? null : page.clone();
    }

    @Override
    public Flux<BsonDocument> query(Bson filter, Bson sort, int limit) {
        return Flux.error(new UnsupportedOperationException("the protocol queries nothing"));
    }

    @Override
    public Mono<Boolean> save(Write write) {
        return call(() -> saved(write));
    }

    private boolean saved(Write write) {
        BsonDocument page = data.pages.get(write.id());
        long version = page == null ? 0 : page.getInt64("version").getValue();
        if (version != write.expected()) {
            return false;
        }
        if (page == null) {
            page = new BsonDocument("_id", new BsonString(write.id()))
                    .append("body", new BsonDocument())
                    .append("marks", new BsonDocument());
            data.pages.put(write.id(), page);
        }
        write(page, write);
        return true;
    }

    private static void write(BsonDocument page, Write write) {
        for (Map.Entry<String, BsonValue> entry : write.set().entrySet()) {
            set(parent(page, entry.getKey()), leaf(entry.getKey()), entry.getValue());
        }
        write.unset().forEach(path -> parent(page, path).asDocument().remove(leaf(path)));
        array(page, "outbox").addAll(write.outbox());
        if (write.key() != null) {
            BsonArray keys = array(page, "keys");
            keys.add(write.key());
            while (keys.size() > write.keysKept()) {
                keys.removeFirst();
            }
        }
        if (write.pendingSince() != null) {
            long since = page.containsKey("pendingSince") && write.earliest()
                    ? Math.min(page.getInt64("pendingSince").getValue(), write.pendingSince())
                    : write.pendingSince();
            page.append("pendingSince", new BsonInt64(since));
        }
    }

    private static BsonArray array(BsonDocument page, String name) {
        if (!page.containsKey(name)) {
            page.append(name, new BsonArray());
        }
        return page.getArray(name);
    }

    private static BsonValue parent(BsonDocument page, String path) {
        BsonValue parent = page;
        int from = 0;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
            parent = child(parent, path.substring(from, dot));
            from = dot + 1;
        }
        return parent;
    }

    private static BsonValue child(BsonValue parent, String name) {
        return parent.isArray()
                ? parent.asArray().get(Integer.parseInt(name))
                : parent.asDocument().get(name);
    }

    private static void set(BsonValue parent, String name, BsonValue value) {
        if (!parent.isArray()) {
            parent.asDocument().append(name, value);
        } else if (Integer.parseInt(name) == parent.asArray().size()) {
            parent.asArray().add(value);
        } else {
            parent.asArray().set(Integer.parseInt(name), value);
        }
    }

    private static String leaf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    @Override
    public Flux<BsonDocument> pending(long beforeMillis, int limit) {
        return several(() -> data.pages.values().stream()
                .filter(page -> page.containsKey("pendingSince"))
                .filter(page -> page.getInt64("pendingSince").getValue() < beforeMillis)
                .sorted(Comparator.comparingLong(
                        page -> page.getInt64("pendingSince").getValue()))
                .limit(limit)
                .map(ModelShelf::copy)
                .toList());
    }

    @Override
    public Mono<Void> upsert(List<Row> rows) {
        return call(() -> {
            rows.forEach(row -> data.rows.merge(
                    row.collection() + "|" + row.id(), row, (old, now) -> now.changed() > old.changed() ? now : old));
            return null;
        });
    }

    @Override
    public Mono<Void> append(List<BsonDocument> entries) {
        return call(() -> {
            for (BsonDocument entry : entries) {
                String id = entry.getString("_id").getValue();
                BsonDocument before = data.history.putIfAbsent(id, entry);
                if (before != null && !before.equals(entry)) {
                    world.violation("history of " + id + " written twice, differently");
                }
            }
            return null;
        });
    }

    @Override
    public Mono<Boolean> prune(List<Prune> prunes) {
        return call(() -> {
            boolean all = true;
            for (Prune prune : prunes) {
                all &= pruned(prune);
            }
            return all;
        });
    }

    private boolean pruned(Prune prune) {
        BsonDocument page = data.pages.get(prune.id());
        page.getArray("outbox").removeIf(event -> number(event) <= prune.upTo());
        boolean same = page.getInt64("version").getValue() == prune.version();
        if (same) {
            page.remove("pendingSince");
            page.append("rowsAt", new BsonInt64(prune.version()));
        }
        return same || prune.version() == 0;
    }

    private static long number(BsonValue event) {
        return event.asDocument().getInt64("n").getValue();
    }

    @Override
    public Mono<BsonDocument> keyed(String source, String aggregate, String key) {
        return call(() -> own(source, aggregate)
                .filter(e -> e.containsKey("key"))
                .filter(e -> e.getDocument("key").getString("k").getValue().equals(key))
                .findFirst()
                .orElse(null));
    }

    @Override
    public Flux<BsonDocument> history(String source, String aggregate, long from, int limit) {
        return several(() -> own(source, aggregate)
                .filter(e -> number(e) >= from)
                .limit(limit)
                .toList());
    }

    private java.util.stream.Stream<BsonDocument> own(String source, String aggregate) {
        return data.history.values().stream()
                .filter(e -> e.getString("source").getValue().equals(source))
                .filter(e -> e.getString("aggregate").getValue().equals(aggregate));
    }

    @Override
    public Flux<BsonDocument> heads(String after, int limit) {
        return several(() -> new ArrayList<>(data.pages.values())
                .stream()
                        .filter(page -> page.getString("_id").getValue().compareTo(after) > 0)
                        .limit(limit)
                        .map(ModelShelf::copy)
                        .toList());
    }

    @Override
    public Mono<Long> pendingCount() {
        return call(() -> data.pages.values().stream()
                .filter(page -> page.containsKey("pendingSince"))
                .count());
    }
}
