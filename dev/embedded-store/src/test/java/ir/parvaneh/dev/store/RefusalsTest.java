package ir.parvaneh.dev.store;

import static ir.parvaneh.dev.store.StoreClient.all;
import static ir.parvaneh.dev.store.StoreClient.one;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.ValidationOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What would be silently ignored is refused. */
class RefusalsTest {

    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private final StoreClient client = new StoreClient(store.uri());
    private final MongoCollection<Document> files = client.collection("files");

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    private static void assertRefused(String naming, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOf(MongoException.class)
                .hasMessageContaining("development store does not support")
                .hasMessageContaining(naming);
    }

    private void assertIndexRefused(String naming, IndexOptions options) {
        assertRefused(naming, () -> one(files.createIndex(Indexes.ascending("a"), options)));
    }

    @Test
    void index_options_without_effect() {
        assertIndexRefused("expireAfterSeconds", new IndexOptions().expireAfter(5L, TimeUnit.SECONDS));
        assertIndexRefused("partialFilterExpression", new IndexOptions().partialFilterExpression(Filters.exists("a")));
        assertIndexRefused(
                "collation",
                new IndexOptions().collation(Collation.builder().locale("fa").build()));
        assertIndexRefused("hidden", new IndexOptions().hidden(true));
    }

    @Test
    void kinds_of_index_that_are_not_sorted_ones() {
        assertRefused("index key", () -> one(files.createIndex(Indexes.text("a"))));
        assertRefused("index key", () -> one(files.createIndex(Indexes.hashed("a"))));
        assertRefused("index key", () -> one(files.createIndex(Indexes.ascending("$**"))));
        assertRefused("index key", () -> one(files.createIndex(Indexes.ascending("list.0.a"))));
    }

    @Test
    void collection_options_without_effect() {
        ValidationOptions validation = new ValidationOptions().validator(Filters.exists("a"));
        assertRefused(
                "validator",
                () -> one(client.database("contract")
                        .createCollection("x", new CreateCollectionOptions().validationOptions(validation))));
        assertRefused(
                "capped",
                () -> one(client.database("contract")
                        .createCollection(
                                "x", new CreateCollectionOptions().capped(true).sizeInBytes(9000))));
        assertRefused(
                "expireAfterSeconds",
                () -> one(client.database("contract")
                        .createCollection("x", new CreateCollectionOptions().expireAfter(1, TimeUnit.SECONDS))));
    }

    @Test
    void ways_to_ask_that_mean_nothing_here() {
        Collation persian = Collation.builder().locale("fa").build();
        assertRefused("collation", () -> all(files.find().collation(persian)));
        assertRefused("$natural", () -> all(files.find().sort(new Document("$natural", -1))));
        assertRefused("pipeline", () -> one(files.updateOne(Filters.eq("a", 1), List.of(Updates.set("a", 2)))));
        assertRefused("$out", () -> all(files.aggregate(List.of(new Document("$out", "x")))));
        assertRefused("$changeStream", () -> all(files.watch()));
    }

    @Test
    void the_same_keys_under_another_name() {
        one(files.createIndex(Indexes.ascending("a"), new IndexOptions().name("x")));
        assertThatThrownBy(() -> one(files.createIndex(Indexes.ascending("a"), new IndexOptions().name("y"))))
                .isInstanceOf(MongoException.class)
                .hasMessageContaining("indexed already as x");
        assertThatThrownBy(() -> one(files.createIndex(
                        Indexes.ascending("a"), new IndexOptions().name("x").unique(true))))
                .isInstanceOf(MongoException.class)
                .hasMessageContaining("other keys or options");
    }
}
