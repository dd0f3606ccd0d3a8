package ir.parvaneh.chassis.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Pages in MongoDB, or in what speaks its wire protocol. */
final class MongoShelf implements Shelf {
    private static final int BATCH = 100;

    // Raw: whoever asks for a page that is held already need not take its bytes apart.
    private final MongoCollection<RawBsonDocument> pages;
    private final MongoCollection<BsonDocument> history;
    private final MongoRows rows;
    private final Saves saves;

    MongoShelf(MongoDatabase database, String collection) {
        pages = database.getCollection(collection, RawBsonDocument.class);
        history = database.getCollection("history", BsonDocument.class);
        rows = new MongoRows(database);
        saves = new Saves(database.getCollection(collection, BsonDocument.class));
    }

    @Override
    public Mono<BsonDocument> find(String id) {
        return Mono.from(pages.find(eq(id)).batchSize(2).limit(1).first()).cast(BsonDocument.class);
    }

    @Override
    public Flux<BsonDocument> findAll(List<String> ids) {
        return Flux.from(pages.find(in("_id", ids)).batchSize(BATCH)).cast(BsonDocument.class);
    }

    @Override
    public Flux<BsonDocument> query(Bson filter, Bson sort, int limit) {
        return Flux.from(pages.find(filter).sort(sort).limit(limit).batchSize(BATCH))
                .cast(BsonDocument.class);
    }

    @Override
    public Mono<Boolean> save(Write write) {
        return saves.save(write);
    }

    @Override
    public Flux<BsonDocument> pending(long beforeMillis, int limit) {
        return Flux.from(pages.find(lt("pendingSince", beforeMillis))
                        .sort(ascending("pendingSince"))
                        .limit(limit)
                        .batchSize(BATCH))
                .cast(BsonDocument.class);
    }

    @Override
    public Mono<Void> upsert(List<Row> changed) {
        return rows.upsert(changed);
    }

    @Override
    public Mono<Void> append(List<BsonDocument> entries) {
        return MongoRows.unlessThere(history.insertMany(entries, MongoRows.ANY_ORDER))
                .then();
    }

    @Override
    public Mono<Boolean> prune(List<Prune> prunes) {
        List<WriteModel<RawBsonDocument>> settling = new ArrayList<>();
        List<WriteModel<RawBsonDocument>> pulling = new ArrayList<>();
        for (Prune prune : prunes) {
            pulling.add(new UpdateOneModel<>(eq(prune.id()), pulled(prune)));
            settling.add(prune.version() == 0 ? pulling.getLast() : settled(prune));
        }
        return Mono.from(pages.bulkWrite(settling, MongoRows.UNORDERED))
                .flatMap(result -> result.getMatchedCount() == prunes.size()
                        ? Mono.just(true)
                        : Mono.from(pages.bulkWrite(pulling, MongoRows.UNORDERED))
                                .thenReturn(false));
    }

    private static Bson pulled(Prune prune) {
        return pull("outbox", lte("n", prune.upTo()));
    }

    private static WriteModel<RawBsonDocument> settled(Prune prune) {
        Bson filter = and(eq(prune.id()), eq("version", prune.version()));
        return new UpdateOneModel<>(
                filter, combine(pulled(prune), unset("pendingSince"), max("rowsAt", prune.version())));
    }

    @Override
    public Mono<BsonDocument> keyed(String source, String aggregate, String key) {
        Bson all = between(source, aggregate, 0);
        return Mono.from(history.find(and(all, eq("key.k", key))).limit(1).first());
    }

    @Override
    public Flux<BsonDocument> history(String source, String aggregate, long from, int limit) {
        return Flux.from(history.find(between(source, aggregate, from))
                .sort(ascending("_id"))
                .limit(limit)
                .batchSize(BATCH));
    }

    private static Bson between(String source, String aggregate, long from) {
        String last = Mark.stream(source, aggregate) + ":~";
        return and(gte("_id", Event.historyId(source, aggregate, from)), lt("_id", last));
    }

    @Override
    public Flux<BsonDocument> heads(String after, int limit) {
        return Flux.from(pages.find(gt("_id", after))
                        .sort(ascending("_id"))
                        .projection(include("_id", "number", "chain"))
                        .limit(limit)
                        .batchSize(limit))
                .cast(BsonDocument.class);
    }

    @Override
    public Mono<Long> pendingCount() {
        return Mono.from(pages.countDocuments(new Document("pendingSince", new Document("$gt", 0L))));
    }
}
