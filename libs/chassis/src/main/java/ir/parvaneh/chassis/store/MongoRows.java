package ir.parvaneh.chassis.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoServerException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lines of lists in MongoDB: upserts that an older change never wins. */
final class MongoRows {
    static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    static final InsertManyOptions ANY_ORDER = new InsertManyOptions().ordered(false);

    private final MongoDatabase database;

    MongoRows(MongoDatabase database) {
        this.database = database;
    }

    Mono<Void> upsert(List<Row> rows) {
        Map<String, List<Row>> byCollection = rows.stream().collect(Collectors.groupingBy(Row::collection));
        return Flux.fromIterable(byCollection.entrySet())
                .concatMap(entry -> unlessThere(database.getCollection(entry.getKey())
                        .bulkWrite(
                                entry.getValue().stream()
                                        .map(MongoRows::upserted)
                                        .toList(),
                                UNORDERED)))
                .then();
    }

    // When the stored row changed later the filter misses it and the insert meets its id: a duplicate, and just right.
    private static WriteModel<Document> upserted(Row row) {
        Map<String, Object> set = new HashMap<>(row.fields());
        set.remove("_id");
        set.put("changed", row.changed());
        set.put(Row.WRITTEN, Shape.text(Instant.now()) + "|" + row.id());
        return new UpdateOneModel<>(
                and(eq(row.id()), lt("changed", row.changed())),
                new Document("$set", new Document(set)),
                new UpdateOptions().upsert(true));
    }

    /** False instead of an error when what was to be inserted is there already. */
    static Mono<Boolean> unlessThere(Publisher<?> inserting) {
        return Mono.from(inserting).thenReturn(true).onErrorResume(MongoRows::isThere, there -> Mono.just(false));
    }

    private static boolean isThere(Throwable failure) {
        return switch (failure) {
            case MongoBulkWriteException bulk ->
                bulk.getWriteConcernError() == null
                        && bulk.getWriteErrors().stream().allMatch(e -> e.getCategory() == ErrorCategory.DUPLICATE_KEY);
            case DuplicateKeyException duplicate -> true;
            case MongoServerException other -> other.getCode() == 11000;
            default -> false;
        };
    }
}
