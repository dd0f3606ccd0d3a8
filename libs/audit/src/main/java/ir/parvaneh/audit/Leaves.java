package ir.parvaneh.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import ir.parvaneh.chassis.store.Kept;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How chains stood under each root. A row is written only for a chain that moved since the root before: the tree of a
 * root has for each chain its newest row up to that root. Rows of an attempt that lost the race are left out everywhere.
 */
final class Leaves {
    private static final int BATCH = 500;

    private final MongoCollection<Document> rows;

    Leaves(MongoCollection<Document> rows) {
        this.rows = rows;
    }

    /** Which attempt made each root, by the root's number. */
    record Makings(Map<Long, String> byNumber) {
        boolean count(Document row) {
            return row.getString("making").equals(byNumber.get(row.getLong("root")));
        }

        Makings with(long number, String making) {
            Map<Long, String> all = new HashMap<>(byNumber);
            all.put(number, making);
            return new Makings(all);
        }
    }

    /** Writes those of these chains of one source that moved. */
    Mono<Void> note(List<Kept> ends, long root, String making, Makings before) {
        List<String> ids = ends.stream().map(Kept::aggregate).toList();
        String source = ends.getFirst().source();
        return Flux.from(rows.find(and(eq("source", source), in("aggregate", ids)))
                        .sort(ascending("source", "aggregate", "root"))
                        .batchSize(BATCH))
                .filter(before::count)
                .collectMap(row -> row.getString("aggregate"), Leaf::of)
                .flatMap(known -> insert(moved(ends, known), root, making));
    }

    private static List<Leaf> moved(List<Kept> ends, Map<String, Leaf> known) {
        List<Leaf> moved = new ArrayList<>();
        for (Kept end : ends) {
            Leaf now = new Leaf(end.source(), end.aggregate(), end.number(), end.chain());
            if (end.number() > 0 && !now.equals(known.get(end.aggregate()))) {
                moved.add(now);
            }
        }
        return moved;
    }

    private Mono<Void> insert(List<Leaf> leaves, long root, String making) {
        List<Document> documents = leaves.stream()
                .map(leaf -> new Document("_id", making + "|" + leaf.source() + "|" + leaf.aggregate())
                        .append("source", leaf.source())
                        .append("aggregate", leaf.aggregate())
                        .append("root", root)
                        .append("making", making)
                        .append("n", leaf.number())
                        .append("head", leaf.head()))
                .toList();
        return documents.isEmpty()
                ? Mono.empty()
                : Mono.from(rows.insertMany(documents)).then();
    }

    /** The leaves of a root's tree, in order. */
    Mono<List<Leaf>> of(long root, Makings makings) {
        return Flux.from(rows.find(lte("root", root))
                        .sort(ascending("source", "aggregate", "root"))
                        .batchSize(BATCH))
                .filter(makings::count)
                .map(Leaf::of)
                .collect(ArrayList<Leaf>::new, Leaves::newestOfEach)
                .map(List::copyOf);
    }

    private static void newestOfEach(List<Leaf> leaves, Leaf next) {
        boolean same = !leaves.isEmpty()
                && leaves.getLast().source().equals(next.source())
                && leaves.getLast().aggregate().equals(next.aggregate());
        if (same) {
            leaves.removeLast();
        }
        leaves.add(next);
    }
}
