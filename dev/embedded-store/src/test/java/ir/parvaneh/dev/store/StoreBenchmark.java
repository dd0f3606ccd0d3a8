package ir.parvaneh.dev.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Prints what operations cost at several sizes, driver included, in one JVM, forced to disk. Arguments: the numbers of
 * documents; without any 10,000, 100,000 and 1,000,000.
 */
public final class StoreBenchmark {

    private static final int OPERATIONS = 6000;
    private static final int BATCH = 1000;
    private final Random random = new Random(7);
    private final EmbeddedStore store;
    private final MongoCollection<Document> files;

    private StoreBenchmark(EmbeddedStore store, StoreClient client) {
        this.store = store;
        this.files = client.collection("files");
    }

    public static void main(String[] args) throws IOException {
        int[] sizes = args.length == 0
                ? new int[] {10_000, 100_000, 1_000_000}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        System.out.printf(
                "%-9s %-34s %10s %12s %10s%n", "documents", "operation", "per second", "mean micros", "forces");
        for (int size : sizes) {
            Path folder = Files.createTempDirectory("store-benchmark");
            try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
                    StoreClient client = new StoreClient(store.uri())) {
                new StoreBenchmark(store, client).run(size);
            }
            reopen(folder, size);
        }
    }

    private static void reopen(Path folder, int size) throws IOException {
        long start = System.nanoTime();
        EmbeddedStore.start(folder, 0).close();
        System.out.printf("%-9d %-34s %35.0f ms%n", size, "start again", (System.nanoTime() - start) / 1e6);
        for (Path file : Files.list(folder).toList()) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    private void run(int size) {
        StoreClient.one(files.createIndex(Indexes.ascending("office", "dueOn")));
        StoreClient.one(files.createIndex(
                Indexes.ascending("pendingSince"), new com.mongodb.client.model.IndexOptions().sparse(true)));
        measure(
                size,
                "insert, batches of 1000",
                size / BATCH,
                2,
                batch -> files.insertMany(IntStream.range(batch * BATCH, batch * BATCH + BATCH)
                        .mapToObj(StoreBenchmark::file)
                        .toList()));
        measure(size, "insert one, 16 at once", OPERATIONS, 16, i -> files.insertOne(file(size + i)));
        measure(size, "compare-and-set, 1 at once", OPERATIONS / 4, 1, i -> change(size));
        measure(size, "compare-and-set, 8 at once", OPERATIONS, 8, i -> change(size));
        measure(size, "compare-and-set, 16 at once", OPERATIONS, 16, i -> change(size));
        measure(size, "find by id, 8 at once", OPERATIONS, 8, i -> files.find(eq("_id", id(random.nextInt(size)))));
        measure(size, "sorted page of 20, 4 at once", OPERATIONS / 4, 4, i -> files.find(
                        and(eq("office", "o" + i % 110), gte("dueOn", 100)))
                .sort(ascending("dueOn", "_id"))
                .limit(20));
        measure(
                size,
                "group all by office",
                3,
                1,
                i -> files.aggregate(List.of(
                        new Document("$group", new Document("_id", "$office").append("n", new Document("$sum", 1))))));
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf("%-9d %-34s %35d MB%n", size, "heap after collection", used >> 20);
    }

    private Publisher<?> change(int size) {
        int which = random.nextInt(size);
        return files.updateOne(
                and(eq("_id", id(which)), gte("version", 1)),
                combine(
                        inc("version", 1),
                        Updates.set("dueOn", which % 997),
                        Updates.pushEach("keys", List.of("k" + which), new PushOptions().slice(-8)),
                        Updates.min("pendingSince", 5L)));
    }

    private void measure(int size, String what, int count, int atOnce, IntFunction<Publisher<?>> operation) {
        long forces = store.counters().journalForces();
        long start = System.nanoTime();
        Flux.range(0, count)
                .flatMap(i -> Flux.from(operation.apply(i)).then(Mono.just(i)), atOnce)
                .blockLast();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%-9d %-34s %10.0f %12.0f %10d%n",
                size,
                what,
                count / seconds,
                seconds * 1e6 * atOnce / count,
                store.counters().journalForces() - forces);
    }

    private static String id(int number) {
        return "file-%026d".formatted(number);
    }

    /** About 2 KB, as a page of a file is. */
    private static Document file(int number) {
        List<Document> tasks = IntStream.range(0, 12)
                .mapToObj(i -> new Document("opening", i)
                        .append("stage", "documents-under-review")
                        .append("holder", "office-" + number % 110)
                        .append("since", (long) number * i)
                        .append("decidedAt", new java.util.Date(1_700_000_000_000L + i)))
                .toList();
        return new Document("_id", id(number))
                .append("version", 1)
                .append("office", "o" + number % 110)
                .append("dueOn", number % 1000)
                .append("tasks", tasks);
    }
}
