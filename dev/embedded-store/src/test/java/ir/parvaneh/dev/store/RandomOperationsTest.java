package ir.parvaneh.dev.store;

import static com.mongodb.client.model.Sorts.ascending;
import static ir.parvaneh.dev.store.StoreClient.all;
import static ir.parvaneh.dev.store.StoreClient.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same random operations on this store and on the library's plain backend, which scans for everything, must end
 * alike: every answer, every query, and all of it again after a restart.
 */
class RandomOperationsTest {

    private static final int STEPS = 400;
    private static final int SMALL_JOURNAL = 4096;

    @TempDir
    Path folder;

    private long hotBytes = EmbeddedStore.HOT_BYTES;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void both_stores_answer_alike(long seed) throws IOException {
        compareOnSeed(seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8, 9, 10})
    void they_answer_alike_when_next_to_nothing_is_in_the_heap(long seed) throws IOException {
        hotBytes = 0;
        compareOnSeed(seed);
    }

    private void compareOnSeed(long seed) throws IOException {
        MongoServer plain = new MongoServer(new MemoryBackend());
        try (StoreClient expected = new StoreClient(plain.bindAndGetConnectionString())) {
            withOurs(actual -> {
                prepare(actual);
                compare(new RandomOperations(seed), expected.collection("c"), actual);
            });
            withOurs(actual -> {
                assertThat(everything(actual)).isEqualTo(everything(expected.collection("c")));
                compareQueries(new RandomOperations(seed), expected.collection("c"), actual);
            });
        } finally {
            plain.shutdownNow();
        }
    }

    private void withOurs(Consumer<MongoCollection<Document>> work) throws IOException {
        try (EmbeddedStore ours = EmbeddedStore.start(folder, 0, SMALL_JOURNAL, hotBytes);
                StoreClient client = new StoreClient(ours.uri())) {
            work.accept(client.collection("c"));
        }
    }

    private static void prepare(MongoCollection<Document> ours) {
        one(ours.createIndex(Indexes.ascending("a", "b")));
        one(ours.createIndex(Indexes.compoundIndex(Indexes.descending("b"), Indexes.ascending("c"))));
        one(ours.createIndex(Indexes.ascending("list")));
        one(ours.createIndex(Indexes.ascending("in.x"), new IndexOptions().sparse(true)));
    }

    private static void compare(
            RandomOperations operations, MongoCollection<Document> expected, MongoCollection<Document> actual) {
        for (int step = 0; step < STEPS; step++) {
            RandomOperations.Change change = operations.change();
            assertThat(outcome(change, actual)).as("step %d: %s", step, change).isEqualTo(outcome(change, expected));
            if (step % 10 == 0) {
                compareQueries(operations, expected, actual);
            }
        }
        assertThat(everything(actual)).isEqualTo(everything(expected));
    }

    private static String outcome(RandomOperations.Change change, MongoCollection<Document> collection) {
        try {
            return change.apply(collection);
        } catch (MongoException refused) {
            return "code " + refused.getCode();
        }
    }

    private static void compareQueries(
            RandomOperations operations, MongoCollection<Document> expected, MongoCollection<Document> actual) {
        for (int i = 0; i < 6; i++) {
            Bson query = operations.query();
            Bson sort = operations.sort();
            int limit = operations.limit();
            assertThat(all(actual.find(query).sort(sort).limit(limit)))
                    .as("%s sort %s limit %d", query, sort, limit)
                    .isEqualTo(all(expected.find(query).sort(sort).limit(limit)));
            assertThat(one(actual.countDocuments(query))).isEqualTo(one(expected.countDocuments(query)));
        }
    }

    private static List<Document> everything(MongoCollection<Document> collection) {
        return all(collection.find().sort(ascending("_id")));
    }
}
