package ir.parvaneh.chassis.stream;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import ir.parvaneh.chassis.stream.Parked.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Parked events in the service's own database. */
final class MongoParking implements Parking {
    private static final int BATCH = 100;
    private static final Bson COMES_BACK = in(
            "reason",
            Arrays.stream(Reason.values())
                    .filter(Reason::comesBack)
                    .map(Enum::name)
                    .toList());

    private final MongoCollection<Document> parked;

    MongoParking(MongoCollection<Document> parked) {
        this.parked = parked;
    }

    @Override
    public Mono<Void> put(List<Parked> all) {
        return all.isEmpty()
                ? Mono.empty()
                : Mono.from(parked.bulkWrite(
                                all.stream().map(MongoParking::upsert).toList(), new BulkWriteOptions().ordered(false)))
                        .then();
    }

    private static WriteModel<Document> upsert(Parked one) {
        Incoming event = one.event();
        Document first = new Document("inbox", one.inbox())
                .append("page", one.page())
                .append("since", one.since().toEpochMilli())
                .append("source", event.source())
                .append("aggregate", event.aggregate())
                .append("n", event.number())
                .append("id", event.id())
                .append("type", event.type())
                .append("at", event.at().toString())
                .append("traceparent", event.traceparent())
                .append("data", new String(event.data(), StandardCharsets.UTF_8));
        Document now = new Document("reason", one.reason().name()).append("note", one.note());
        return new UpdateOneModel<>(
                eq(one.id()),
                new Document("$set", now).append("$setOnInsert", first),
                new UpdateOptions().upsert(true));
    }

    private static Parked read(Document row) {
        Incoming event = new Incoming(
                row.getString("source"),
                row.getString("aggregate"),
                row.getLong("n"),
                row.getString("id"),
                row.getString("type"),
                Instant.parse(row.getString("at")),
                row.getString("traceparent"),
                row.getString("data").getBytes(StandardCharsets.UTF_8));
        return new Parked(
                row.getString("_id"),
                row.getString("inbox"),
                row.getString("page"),
                Reason.valueOf(row.getString("reason")),
                Instant.ofEpochMilli(row.getLong("since")),
                row.getString("note"),
                event);
    }

    @Override
    public Flux<Parked> waiting(String inbox, int limit) {
        return find(and(eq("inbox", inbox), COMES_BACK), ascending("since"), limit);
    }

    @Override
    public Flux<Parked> ofStream(String inbox, String source, String aggregate, int limit) {
        return find(and(stream(inbox, source, aggregate), COMES_BACK), ascending("n"), limit);
    }

    @Override
    public Mono<Void> forgetUpTo(String inbox, String source, String aggregate, long number) {
        Bson read = and(stream(inbox, source, aggregate), lte("n", number), ne("reason", Reason.FORKED.name()));
        return Mono.from(parked.deleteMany(read)).then();
    }

    private static Bson stream(String inbox, String source, String aggregate) {
        return and(eq("inbox", inbox), eq("source", source), eq("aggregate", aggregate));
    }

    @Override
    public Mono<Parked> find(String id) {
        return Mono.from(parked.find(eq(id)).first()).map(MongoParking::read);
    }

    @Override
    public Flux<Parked> list(Reason reason, int limit) {
        return find(reason == null ? new Document() : eq("reason", reason.name()), ascending("since"), limit);
    }

    private Flux<Parked> find(Bson filter, Bson sort, int limit) {
        return Flux.from(parked.find(filter).sort(sort).limit(limit).batchSize(BATCH))
                .map(MongoParking::read);
    }

    @Override
    public Mono<Void> forget(String id) {
        return Mono.from(parked.deleteOne(eq(id))).then();
    }

    @Override
    public Mono<Map<Reason, Long>> count() {
        return Flux.fromArray(Reason.values())
                .concatMap(reason -> Mono.from(parked.countDocuments(eq("reason", reason.name())))
                        .map(count -> Map.entry(reason, count)))
                .filter(entry -> entry.getValue() > 0)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, () -> new EnumMap<>(Reason.class));
    }
}
