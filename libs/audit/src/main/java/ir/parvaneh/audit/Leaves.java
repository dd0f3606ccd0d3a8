package ir.parvaneh.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
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

    /**
     * How the chains of one source stood when they were last noted, by aggregate.
     *
     * @param after above this aggregate
     * @param last up to this one; null for no end
     */
    Mono<Map<String, Leaf>> known(String source, String after, String last, Makings before) {
        Bson above = and(eq("source", source), gt("aggregate", after));
        return Flux.from(rows.find(last == null ? above : and(above, lte("aggregate", last)))
                        .sort(ascending("source", "aggregate", "root"))
                        .batchSize(BATCH))
                .filter(before::count)
                .collectMap(row -> row.getString("aggregate"), Leaf::of);
    }

    /**
     * A leaf and the root that was the first to have it.
     *
     * @param root its number
     */
    record Noted(long root, String source, String aggregate, long number, String head) {
        static Noted of(Document row) {
            Leaf leaf = Leaf.of(row);
            return new Noted(row.getLong("root"), leaf.source(), leaf.aggregate(), leaf.number(), leaf.head());
        }

        private boolean isUpTo(String otherAggregate, long otherRoot) {
            return aggregate.equals(otherAggregate) && root <= otherRoot;
        }
    }

    /** Everything noted behind that place, in the order of source, aggregate and root. */
    Flux<Noted> after(String source, String aggregate, long root, Makings makings) {
        return Flux.concat(
                noted(and(eq("source", source), gte("aggregate", aggregate)), makings)
                        .skipWhile(leaf -> leaf.isUpTo(aggregate, root)),
                noted(gt("source", source), makings));
    }

    private Flux<Noted> noted(Bson filter, Makings makings) {
        return Flux.from(rows.find(filter)
                        .sort(ascending("source", "aggregate", "root"))
                        .batchSize(BATCH))
                .filter(makings::count)
                .map(Noted::of);
    }

    Mono<Void> insert(List<Leaf> leaves, long root, String making) {
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
