package ir.parvaneh.audit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The roots that were made, kept for ever. */
final class Roots {
    private static final int BATCH = 200;

    private final MongoCollection<Document> rows;

    Roots(MongoCollection<Document> rows) {
        this.rows = rows;
    }

    Mono<Root> last() {
        return Mono.from(rows.find().sort(descending("_id")).limit(1).first()).map(Root::of);
    }

    /** How many histories the last root found other than they were signed before. */
    Mono<Long> faults() {
        return Mono.defer(this::last).map(Root::faults).defaultIfEmpty(0L);
    }

    Mono<Root> find(long number) {
        return Mono.from(rows.find(eq(number)).limit(1).first()).map(Root::of);
    }

    Flux<Root> after(long number, int limit) {
        return Flux.from(rows.find(gt("_id", number))
                        .sort(ascending("_id"))
                        .limit(limit)
                        .batchSize(BATCH))
                .map(Root::of);
    }

    /** The first of its number stays; empty when another was there before. */
    Mono<Root> add(Root root) {
        return Mono.from(rows.insertOne(root.row()))
                .thenReturn(root)
                .onErrorResume(
                        MongoWriteException.class,
                        failure -> failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                                ? Mono.empty()
                                : Mono.error(failure));
    }
}
