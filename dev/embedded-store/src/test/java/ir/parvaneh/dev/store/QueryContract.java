package ir.parvaneh.dev.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static ir.parvaneh.dev.store.StoreClient.all;
import static ir.parvaneh.dev.store.StoreClient.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoCommandException;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The half of {@link StoreContract} that asks: finds, pages, sums, indexes. */
abstract class QueryContract {

    private StoreClient client;
    MongoCollection<Document> files;

    /** Where the store answers. */
    protected abstract String uri();

    @BeforeEach
    void open_an_empty_collection() {
        client = new StoreClient(uri());
        files = client.collection("files-" + UUID.randomUUID());
    }

    @AfterEach
    void drop_it() {
        one(files.drop());
        client.close();
    }

    @Test
    void pages_come_in_order_and_go_on_behind_the_last_one_seen() {
        one(files.createIndex(Indexes.ascending("office", "dueOn")));
        one(files.insertMany(IntStream.range(0, 50)
                .mapToObj(i -> new Document("_id", i).append("office", "a").append("dueOn", i / 7))
                .toList()));
        Bson order = orderBy(ascending("dueOn"), ascending("_id"));
        List<Document> first = all(files.find(eq("office", "a")).sort(order).limit(20));
        assertThat(first).extracting(d -> d.getInteger("_id")).containsExactlyElementsOf(range(0, 20));
        Bson behind = or(gt("dueOn", 2), and(eq("dueOn", 2), gt("_id", 19)));
        List<Document> second =
                all(files.find(and(eq("office", "a"), behind)).sort(order).limit(20));
        assertThat(second).extracting(d -> d.getInteger("_id")).containsExactlyElementsOf(range(20, 40));
        List<Document> newest = all(
                files.find(eq("office", "a")).sort(descending("dueOn", "_id")).limit(2));
        assertThat(newest).extracting(d -> d.getInteger("_id")).containsExactly(49, 48);
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    @Test
    void ranges_and_sets_find_the_same_with_and_without_an_index() {
        one(files.insertMany(IntStream.range(0, 40)
                .mapToObj(i -> new Document("_id", i).append("n", i % 10).append("s", "k" + i % 4))
                .toList()));
        List<Bson> queries =
                List.of(and(gte("n", 3), lt("n", 6)), in("n", 1, 4, 99), and(eq("s", "k1"), gt("n", 5)), eq("n", null));
        List<List<Document>> before = queries.stream().map(this::found).toList();
        one(files.createIndex(Indexes.ascending("s", "n")));
        one(files.createIndex(Indexes.descending("n")));
        assertThat(queries.stream().map(this::found).toList()).isEqualTo(before);
    }

    private List<Document> found(Bson query) {
        return all(files.find(query).sort(ascending("_id")));
    }

    @Test
    void documents_are_found_by_what_their_lists_hold() {
        one(files.createIndex(Indexes.ascending("people.personId")));
        one(files.insertOne(new Document("_id", 1)
                .append("people", List.of(new Document("personId", "p1"), new Document("personId", "p2")))));
        one(files.insertOne(new Document("_id", 2).append("people", List.of(new Document("personId", "p2")))));
        assertThat(all(files.find(eq("people.personId", "p2")))).hasSize(2);
        one(files.updateOne(eq("_id", 1), pull("people", new Document("personId", "p2"))));
        assertThat(all(files.find(eq("people.personId", "p2")))).singleElement().matches(d -> d.get("_id")
                .equals(2));
    }

    @Test
    void a_long_result_comes_in_batches() {
        one(files.insertMany(
                IntStream.range(0, 1000).mapToObj(i -> new Document("_id", i)).toList()));
        assertThat(all(files.find().sort(ascending("_id")).batchSize(64)))
                .extracting(d -> d.getInteger("_id"))
                .containsExactlyElementsOf(range(0, 1000));
        assertThat(all(files.find())).hasSize(1000);
    }

    @Test
    void only_the_fields_asked_for_come() {
        one(files.insertOne(new Document("_id", 1)
                .append("a", new Document("b", 2).append("c", 3))
                .append("d", 4)));
        assertThat(one(files.find().projection(new Document("a.b", 1)).first()))
                .isEqualTo(new Document("_id", 1).append("a", new Document("b", 2)));
    }

    @Test
    void groups_and_counts_add_up() {
        one(files.insertMany(IntStream.range(0, 30)
                .mapToObj(i ->
                        new Document("_id", i).append("office", "o" + i % 3).append("days", i))
                .toList()));
        assertThat(one(files.countDocuments(eq("office", "o1")))).isEqualTo(10);
        assertThat(one(files.countDocuments(eq("office", "o9")))).isZero();
        assertThat(one(files.estimatedDocumentCount())).isEqualTo(30);
        List<Document> sums = all(files.aggregate(List.of(
                Aggregates.match(gte("days", 3)),
                Aggregates.group("$office", Accumulators.sum("days", "$days"), Accumulators.sum("n", 1)),
                Aggregates.sort(ascending("_id")))));
        assertThat(sums.getFirst())
                .isEqualTo(new Document("_id", "o0").append("days", 135).append("n", 9));
        one(files.updateMany(
                new Document(), set("inner", new Document("list", List.of(2, 3)).append("at", new Date(5)))));
        assertThat(all(files.aggregate(List.of(new Document(
                        "$group",
                        new Document("_id", new Document("o", "$office").append("at", "$inner.at"))
                                .append("most", new Document("$max", "$days")))))))
                .hasSize(3)
                .contains(new Document("_id", new Document("o", "o2").append("at", new Date(5))).append("most", 29));
        assertThat(all(files.distinct("office", String.class))).containsExactlyInAnyOrder("o0", "o1", "o2");
    }

    @Test
    void two_indexes_of_one_name_with_different_keys_are_refused() {
        one(files.createIndex(Indexes.ascending("a"), new IndexOptions().name("x")));
        one(files.createIndex(Indexes.ascending("a"), new IndexOptions().name("x")));
        assertThatThrownBy(() -> one(files.createIndex(Indexes.ascending("b"), new IndexOptions().name("x"))))
                .isInstanceOfSatisfying(MongoCommandException.class, e -> assertThat(e.getErrorCode())
                        .isEqualTo(86));
        assertThat(all(files.listIndexes()))
                .extracting(d -> d.getString("name"))
                .containsExactly("_id_", "x");
        one(files.dropIndex("x"));
        assertThat(all(files.listIndexes())).hasSize(1);
    }

    @Test
    void a_unique_index_over_rows_that_are_not_unique_is_refused() {
        one(files.insertMany(List.of(new Document("a", 1), new Document("a", 1))));
        assertThatThrownBy(() -> one(files.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true))))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(all(files.find(eq("a", 1)))).hasSize(2);
    }
}
