package ir.parvaneh.dev.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static ir.parvaneh.dev.store.StoreClient.all;
import static ir.parvaneh.dev.store.StoreClient.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What every store must do alike: the embedded one and the real one. Written against the ordinary driver and an address;
 * whoever has a store extends it and says where it is.
 */
public abstract class StoreContract extends QueryContract {

    @Test
    void what_is_inserted_is_read_back_with_every_type() {
        Document file = new Document("_id", "f1")
                .append("text", "پروانه")
                .append("int", 7)
                .append("long", 1L << 60)
                .append("double", 0.5)
                .append("flag", true)
                .append("nothing", null)
                .append("at", Date.from(Instant.parse("2026-01-02T03:04:05.678Z")))
                .append("list", List.of(1, "b", new Document("c", 3)))
                .append("inner", new Document("deep", new Document("er", "x")));
        one(files.insertOne(file));
        assertThat(one(files.find(eq("_id", "f1")).first())).isEqualTo(file);
        Document byLastField = new Document("$group", new Document("_id", "$inner.deep.er").append("n", sum("$int")));
        assertThat(all(files.aggregate(List.of(byLastField)))).containsExactly(new Document("_id", "x").append("n", 7));
    }

    private static Document sum(String field) {
        return new Document("$sum", field);
    }

    @Test
    void a_compare_and_set_wins_once_and_changes_nothing_when_it_loses() {
        one(files.insertOne(new Document("_id", "f1").append("version", 1)));
        Bson asRead = and(eq("_id", "f1"), eq("version", 1));
        assertThat(one(files.updateOne(asRead, combine(inc("version", 1), set("stage", "a"))))
                        .getModifiedCount())
                .isEqualTo(1);
        assertThat(one(files.updateOne(asRead, combine(inc("version", 1), set("stage", "b"))))
                        .getMatchedCount())
                .isZero();
        assertThat(one(files.find(eq("_id", "f1")).first()))
                .containsEntry("stage", "a")
                .containsEntry("version", 2);
    }

    @Test
    void of_many_compare_and_sets_at_once_exactly_one_wins_each_round() {
        one(files.insertOne(new Document("_id", "f1").append("version", 0)));
        for (int round = 0; round < 20; round++) {
            Bson asRead = and(eq("_id", "f1"), eq("version", round));
            Long winners = Flux.range(0, 8)
                    .flatMap(i -> Mono.from(files.updateOne(asRead, inc("version", 1))))
                    .map(result -> result.getModifiedCount())
                    .reduce(0L, Long::sum)
                    .block();
            assertThat(winners).isEqualTo(1);
        }
    }

    @Test
    void lists_grow_shrink_and_keep_their_newest() {
        one(files.insertOne(new Document("_id", "f1")));
        one(files.updateOne(eq("_id", "f1"), pushEach("outbox", List.of(event(1), event(2), event(3)))));
        one(files.updateOne(eq("_id", "f1"), pull("outbox", lte("number", 2))));
        one(files.updateOne(eq("_id", "f1"), pushEach("keys", List.of("a", "b", "c"), new PushOptions().slice(-2))));
        Document file = one(files.find(eq("_id", "f1")).first());
        assertThat(file.getList("outbox", Document.class)).containsExactly(event(3));
        assertThat(file.getList("keys", String.class)).containsExactly("b", "c");
    }

    private static Document event(int number) {
        return new Document("number", number).append("type", "stage-entered");
    }

    @Test
    void min_sets_what_is_missing_and_keeps_what_is_earlier() {
        one(files.insertOne(new Document("_id", "f1")));
        one(files.updateOne(eq("_id", "f1"), min("pendingSince", 5L)));
        one(files.updateOne(eq("_id", "f1"), min("pendingSince", 9L)));
        assertThat(one(files.find(eq("_id", "f1")).first())).containsEntry("pendingSince", 5L);
        one(files.updateOne(and(eq("_id", "f1"), size("outbox", 0)), unset("pendingSince")));
        assertThat(one(files.find(eq("_id", "f1")).first())).containsKey("pendingSince");
        one(files.updateOne(eq("_id", "f1"), unset("pendingSince")));
        assertThat(one(files.find(eq("_id", "f1")).first())).doesNotContainKey("pendingSince");
    }

    @Test
    void find_and_update_answers_with_the_document_before_or_after() {
        one(files.insertOne(new Document("_id", "f1").append("n", 1)));
        FindOneAndUpdateOptions after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        assertThat(one(files.findOneAndUpdate(eq("_id", "f1"), inc("n", 1)))).containsEntry("n", 1);
        assertThat(one(files.findOneAndUpdate(eq("_id", "f1"), inc("n", 1), after)))
                .containsEntry("n", 3);
        assertThat(one(files.findOneAndUpdate(eq("_id", "none"), inc("n", 1)))).isNull();
        assertThat(one(files.findOneAndUpdate(eq("_id", "f2"), inc("n", 1), after.upsert(true))))
                .containsEntry("n", 1);
    }

    @Test
    void an_upsert_inserts_once_with_what_is_only_for_inserts() {
        Bson change = combine(set("stage", "a"), setOnInsert("filedAt", 1));
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        assertThat(one(files.updateOne(eq("_id", "f1"), change, upsert)).getUpsertedId())
                .isNotNull();
        assertThat(one(files.updateOne(eq("_id", "f1"), combine(set("stage", "b"), setOnInsert("filedAt", 2)), upsert))
                        .getModifiedCount())
                .isEqualTo(1);
        assertThat(all(files.find()))
                .containsExactly(new Document("_id", "f1").append("filedAt", 1).append("stage", "b"));
    }

    @Test
    void a_second_insert_of_one_id_is_a_duplicate_key() {
        one(files.insertOne(new Document("_id", "f1")));
        assertThatThrownBy(() -> one(files.insertOne(new Document("_id", "f1"))))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        e -> assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
    }

    @Test
    void a_unique_index_holds_for_inserts_and_updates_and_a_sparse_one_lets_missing_fields_be() {
        one(files.createIndex(Indexes.ascending("office", "number"), new IndexOptions().unique(true)));
        one(files.createIndex(
                Indexes.ascending("code"), new IndexOptions().unique(true).sparse(true)));
        one(files.insertOne(slip("a", 1)));
        one(files.insertOne(slip("a", 2)));
        assertDuplicate(() -> one(files.insertOne(slip("a", 1))));
        assertDuplicate(() -> one(files.updateOne(eq("number", 2), set("number", 1))));
        one(files.updateOne(eq("number", 2), set("code", "x")));
        assertDuplicate(() -> one(files.updateOne(eq("number", 1), set("code", "x"))));
        assertThat(all(files.find(eq("code", "x")))).hasSize(1);
        one(files.deleteOne(eq("code", "x")));
        one(files.insertOne(slip("a", 2).append("code", "x")));
    }

    private static Document slip(String office, int number) {
        return new Document("office", office).append("number", number);
    }

    private static void assertDuplicate(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(MongoWriteException.class, e -> assertThat(e.getCode())
                .isEqualTo(11000));
    }

    @Test
    void an_unordered_bulk_goes_on_after_a_duplicate_and_an_ordered_one_stops() {
        List<WriteModel<Document>> rows = List.of(
                new InsertOneModel<>(new Document("_id", 1)),
                new InsertOneModel<>(new Document("_id", 1)),
                new UpdateOneModel<>(eq("_id", 3), set("a", 1), new UpdateOptions().upsert(true)),
                new InsertOneModel<>(new Document("_id", 2)));
        assertThatThrownBy(() -> one(files.bulkWrite(rows, new BulkWriteOptions().ordered(false))))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                    assertThat(e.getWriteErrors()).singleElement().matches(error -> error.getIndex() == 1);
                    assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2);
                });
        assertThat(one(files.countDocuments())).isEqualTo(3);
        one(files.deleteMany(new Document()));
        assertThatThrownBy(() -> one(files.bulkWrite(rows))).isInstanceOf(MongoBulkWriteException.class);
        assertThat(one(files.countDocuments())).isEqualTo(1);
    }

    @Test
    void ordered_updates_stop_at_the_first_that_fails() {
        one(files.createIndex(
                Indexes.ascending("u"), new IndexOptions().unique(true).sparse(true)));
        one(files.insertMany(List.of(new Document("_id", 1).append("u", 1), new Document("_id", 2))));
        List<UpdateOneModel<Document>> updates = List.of(
                new UpdateOneModel<>(eq("_id", 2), set("a", 1)),
                new UpdateOneModel<>(eq("_id", 2), set("u", 1)),
                new UpdateOneModel<>(eq("_id", 2), set("b", 1)));
        assertThatThrownBy(() -> one(files.bulkWrite(updates)))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteErrors()).singleElement().matches(error -> error.getIndex() == 1));
        assertThat(one(files.find(eq("_id", 2)).first())).isEqualTo(new Document("_id", 2).append("a", 1));
    }

    @Test
    void readers_beside_writers_see_whole_documents_only() {
        one(files.insertOne(new Document("_id", "f1")
                .append("a", 0)
                .append("list", List.of())
                .append("b", 0)));
        Flux<?> writes = Flux.range(1, 300)
                .concatMap(i -> files.updateOne(eq("_id", "f1"), combine(set("a", i), push("list", i), set("b", i))));
        Flux<Document> reads =
                Flux.range(0, 300).flatMap(i -> files.find(eq("_id", "f1")).first(), 8);
        writes.then().subscribe();
        List<Document> seen = reads.collectList().block();
        assertThat(seen).allSatisfy(file -> {
            assertThat(file.get("a")).isEqualTo(file.get("b"));
            assertThat(file.getList("list", Integer.class)).hasSize(file.getInteger("a"));
        });
    }

    @Test
    void sixteen_clients_at_once_lose_nothing_and_no_connection() {
        Flux.range(0, 1600)
                .flatMap(
                        i -> Mono.from(files.insertOne(new Document("_id", i).append("n", 0)))
                                .then(Mono.from(files.updateOne(eq("_id", i), inc("n", 1)))),
                        16)
                .blockLast();
        assertThat(one(files.countDocuments(eq("n", 1)))).isEqualTo(1600);
    }
}
