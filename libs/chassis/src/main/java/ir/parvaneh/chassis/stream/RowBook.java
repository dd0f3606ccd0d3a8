package ir.parvaneh.chassis.stream;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import ir.parvaneh.chassis.store.Mark;
import ir.parvaneh.chassis.store.Marks;
import ir.parvaneh.chassis.store.Row;
import ir.parvaneh.chassis.store.Rules;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.chassis.stream.Projection.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows that read: one find and one bulk for a poll. A row that another consumer wrote meanwhile is read again. */
final class RowBook implements Book {
    private static final int TRIES = 10;
    private static final int BATCH = 200;
    private static final Set<String> OWN = Set.of("_id", "version", "marks");

    private final Store store;
    private final MongoCollection<Document> rows;
    private final Projection.Change change;
    private final LongAdder ignored;

    RowBook(Store store, MongoCollection<Document> rows, Projection.Change change, LongAdder ignored) {
        this.store = store;
        this.rows = rows;
        this.change = change;
        this.ignored = ignored;
    }

    @Override
    public String pageOf(Incoming event) {
        return change.rowOf(event);
    }

    @Override
    public boolean matters(Incoming event) {
        return true;
    }

    @Override
    public Mono<List<Entry>> absorb(Map<String, List<Incoming>> byPage) {
        return attempt(byPage)
                .repeatWhenEmpty(TRIES, again -> again)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("rows are written by somebody else")));
    }

    /** Empty when somebody was first with a row: its events are then below its mark, or still to be read. */
    private Mono<List<Entry>> attempt(Map<String, List<Incoming>> byPage) {
        return Flux.from(rows.find(in("_id", byPage.keySet())).batchSize(BATCH))
                .collectMap(row -> row.getString("_id"))
                .flatMap(known -> {
                    List<Reading> readings = byPage.entrySet().stream()
                            .map(entry -> new Reading(entry.getKey(), known.get(entry.getKey()), entry.getValue()))
                            .toList();
                    return write(readings);
                });
    }

    private Mono<List<Entry>> write(List<Reading> readings) {
        List<Row> effects = readings.stream().flatMap(r -> r.effects.stream()).toList();
        List<WriteModel<Document>> writes =
                readings.stream().filter(Reading::moved).map(Reading::write).toList();
        Mono<Void> first = effects.isEmpty() ? Mono.empty() : store.upsert(effects);
        return first.then(Mono.defer(() -> bulk(writes)))
                .filter(all -> all)
                .map(all -> readings.stream().flatMap(Reading::left).toList());
    }

    private Mono<Boolean> bulk(List<WriteModel<Document>> writes) {
        return writes.isEmpty()
                ? Mono.just(true)
                : Mono.from(rows.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                        .map(done -> done.getMatchedCount() + done.getInsertedCount() == writes.size())
                        .onErrorResume(com.mongodb.MongoBulkWriteException.class, there -> Mono.just(false));
    }

    @Override
    public Mono<Map<String, Map<String, Mark>>> marks(List<String> ids) {
        return Flux.from(rows.find(in("_id", ids)).projection(include("marks")).batchSize(BATCH))
                .collectMap(row -> row.getString("_id"), RowBook::marks);
    }

    private static Map<String, Mark> marks(Document row) {
        Document marks = row == null ? new Document() : row.get("marks", new Document());
        return marks.keySet().stream()
                .map(name -> Marks.of(name, marks.get(name, Document.class)))
                .collect(Collectors.toMap(Mark::stream, mark -> mark));
    }

    /** One row reading its events. */
    private final class Reading {
        private final String id;
        private final Document old;
        private final List<Row> effects = new ArrayList<>();
        private final Fold fold;
        private Document fields;

        Reading(String id, Document old, List<Incoming> events) {
            this.id = id;
            this.old = old;
            fields = old;
            fold = Fold.of(marks(old), events, Rules.ALL, this::take);
        }

        private void take(Incoming event) {
            Result result = change.apply(fields, event);
            fields = result.row() == null ? fields : result.row();
            effects.addAll(result.effects());
            if (result.row() == null && result.effects().isEmpty()) {
                ignored.increment();
            }
        }

        boolean moved() {
            return !fold.moved().isEmpty();
        }

        WriteModel<Document> write() {
            return old == null ? new InsertOneModel<>(inserted()) : updated();
        }

        private Document inserted() {
            Document marks = new Document();
            fold.moved().forEach(mark -> marks.append(Marks.name(mark), Marks.document(mark)));
            Document row = new Document("_id", id);
            row.putAll(own());
            return row.append("version", 1L).append("marks", marks);
        }

        private WriteModel<Document> updated() {
            Document set = new Document(own()).append("version", old.getLong("version") + 1);
            fold.moved().forEach(mark -> set.append(Marks.path(mark), Marks.document(mark)));
            return new UpdateOneModel<>(and(eq(id), eq("version", old.getLong("version"))), new Document("$set", set));
        }

        private Map<String, Object> own() {
            Map<String, Object> own = new LinkedHashMap<>(fields == null ? Map.of() : fields);
            own.keySet().removeAll(OWN);
            return own;
        }

        java.util.stream.Stream<Entry> left() {
            return fold.left().stream().map(left -> new Entry(id, left));
        }
    }
}
