package ir.parvaneh.chassis.store;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where the pages of one collection are kept, with the history of the database. The only store the protocol knows. */
public interface Shelf {

    /** From the primary, as a majority has it; empty when there is none. */
    Mono<BsonDocument> find(String id);

    /** Those of these ids that exist. */
    Flux<BsonDocument> findAll(List<String> ids);

    Flux<BsonDocument> query(Bson filter, Bson sort, int limit);

    /** True when this write was the one that took the page from its expected version to the next. */
    Mono<Boolean> save(Write write);

    /** Pages pending since before that moment, the longest waiting first. */
    Flux<BsonDocument> pending(long beforeMillis, int limit);

    /** Upserts, each unless the stored row changed later or at the same version. */
    Mono<Void> upsert(List<Row> rows);

    /** Adds to history what is not there yet. */
    Mono<Void> append(List<BsonDocument> entries);

    /** Pulls events; true when every page was found at the version named and is pending no more. */
    Mono<Boolean> prune(List<Prune> prunes);

    /** The event in history that carries this idempotency key. */
    Mono<BsonDocument> keyed(String source, String aggregate, String key);

    /** History of one aggregate in order of numbers. */
    Flux<BsonDocument> history(String source, String aggregate, long from, int limit);

    /** Documents with at least {@code _id}, {@code number} and {@code chain}, ids above {@code after}, in order of ids. */
    Flux<BsonDocument> heads(String after, int limit);

    /** How many pages have something to tell. */
    Mono<Long> pendingCount();
}
