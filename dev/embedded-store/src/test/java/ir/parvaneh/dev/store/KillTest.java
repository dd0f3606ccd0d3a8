package ir.parvaneh.dev.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static ir.parvaneh.dev.store.StoreClient.all;
import static ir.parvaneh.dev.store.StoreClient.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dstore.kills=20} for more than the five kills of an ordinary build. */
class KillTest {

    private static final int KILLS = Integer.getInteger("store.kills", 5);
    private static final int WRITERS = 16;
    private static final int CHANGES_EACH = 20;
    private static final long COMPACT_FROM = 100_000;

    /** So few that most of what is verified after a kill was read from files before and after it. */
    private static final long HOT_BYTES = 20_000;

    @TempDir
    Path data;

    /** What clients were told: the number of changes acknowledged for each document. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    private final AtomicInteger acknowledgements = new AtomicInteger();

    @Test
    void no_acknowledged_write_is_lost_when_the_store_is_killed_again_and_again() throws Exception {
        Random random = new Random(11);
        for (int trial = 1; trial <= KILLS; trial++) {
            writeUntilKilled(trial, 300 + random.nextInt(2500));
        }
        try (StoreProcess store = StoreProcess.start(data, COMPACT_FROM, HOT_BYTES);
                StoreClient client = client(store)) {
            verify(client.collection("files"), KILLS);
        }
    }

    private static StoreClient client(StoreProcess store) {
        return new StoreClient(store.uri() + "/?serverSelectionTimeoutMS=4000&maxPoolSize=20");
    }

    private void writeUntilKilled(int trial, int writes) throws Exception {
        AtomicBoolean killed = new AtomicBoolean();
        try (StoreProcess store = StoreProcess.start(data, COMPACT_FROM, HOT_BYTES);
                StoreClient client = client(store);
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            MongoCollection<Document> files = client.collection("files");
            verify(files, trial - 1);
            one(files.createIndex(Indexes.ascending("n")));
            int before = acknowledgements.get();
            for (int writer = 0; writer < WRITERS; writer++) {
                String prefix = trial + "-" + writer + "-";
                writers.execute(() -> write(files, prefix, killed));
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> acknowledgements.get() - before > writes && isTheMoment(trial));
            killed.set(true);
            store.kill();
            writers.shutdown();
            assertThat(writers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Every other kill is in the middle of a compaction. */
    private boolean isTheMoment(int trial) {
        return trial % 2 == 0 || Files.exists(data.resolve("unfinished"));
    }

    /** Writes until the store is gone; a write that fails was not acknowledged. */
    private void write(MongoCollection<Document> files, String prefix, AtomicBoolean killed) {
        try {
            for (int i = 0; !killed.get(); i++) {
                String id = prefix + i;
                one(files.insertOne(new Document("_id", id).append("n", 0)));
                acknowledge(id, 0);
                for (int n = 0; n < CHANGES_EACH; n++) {
                    one(files.updateOne(and(eq("_id", id), eq("n", n)), combine(inc("n", 1), push("done", n))));
                    acknowledge(id, n + 1);
                }
            }
        } catch (MongoException gone) {
            assertThat(killed)
                    .as("the store failed before it was killed: %s", gone)
                    .isTrue();
        }
    }

    private void acknowledge(String id, int changes) {
        acknowledged.put(id, changes);
        acknowledgements.incrementAndGet();
    }

    private void verify(MongoCollection<Document> files, int kills) {
        Map<String, Document> found = all(files.find().batchSize(1000)).stream()
                .collect(Collectors.toMap(file -> file.getString("_id"), Function.identity()));
        acknowledged.forEach((id, changes) -> assertThat(whole(found.get(id), changes))
                .as("%s after %d kills: %d changes acknowledged, found %s", id, kills, changes, found.get(id))
                .isTrue());
        assertThat(found.size() - acknowledged.size()).isBetween(0, kills * WRITERS);
    }

    /** All that was acknowledged, and at most the one change that was under way. */
    private static boolean whole(Document file, int changes) {
        int n = file == null ? -1 : file.getInteger("n");
        return n >= changes
                && n <= changes + 1
                && (n == 0
                        || file.getList("done", Integer.class)
                                .equals(IntStream.range(0, n).boxed().toList()));
    }
}
