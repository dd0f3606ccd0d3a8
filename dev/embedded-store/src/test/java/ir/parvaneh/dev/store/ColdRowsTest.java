package ir.parvaneh.dev.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.inc;
import static ir.parvaneh.dev.store.StoreClient.all;
import static ir.parvaneh.dev.store.StoreClient.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/** Most documents are read from files: what is held is counted, not timed. */
class ColdRowsTest {

    private static final long NEVER = Long.MAX_VALUE;
    private static final long SMALL_JOURNAL = 50_000;
    private static final long HOT_BYTES = 20_000;
    private static final int DOCUMENTS = 600;
    private static final String TEXT = "x".repeat(1000);

    /** What the list of indexes may take, and no document of these tests. */
    private static final int LESS_THAN_ONE = 1000;

    @TempDir
    Path data;

    private EmbeddedStore store;

    private void withStore(long compactFrom, Consumer<MongoCollection<Document>> work) throws IOException {
        try (EmbeddedStore opened = EmbeddedStore.start(data, 0, compactFrom, HOT_BYTES);
                StoreClient client = new StoreClient(opened.uri())) {
            store = opened;
            work.accept(client.collection("files"));
        }
    }

    private static void fill(MongoCollection<Document> files) {
        one(files.createIndex(Indexes.ascending("n")));
        IntStream.range(0, DOCUMENTS).forEach(i -> one(files.insertOne(document(i))));
    }

    private static Document document(int i) {
        return new Document("_id", i).append("n", i % 7).append("changes", 0).append("text", TEXT + i);
    }

    private static List<Document> documents() {
        return IntStream.range(0, DOCUMENTS).mapToObj(ColdRowsTest::document).toList();
    }

    private static List<Document> everything(MongoCollection<Document> files) {
        return all(files.find().sort(ascending("_id")).batchSize(50));
    }

    private List<Path> files(String prefix) {
        try (Stream<Path> all = Files.list(data)) {
            return all.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void the_heap_holds_a_bounded_number_of_bytes_and_everything_is_read_back() throws IOException {
        withStore(NEVER, files -> {
            fill(files);
            assertThat(store.counters().hotBytes()).isPositive().isLessThanOrEqualTo(HOT_BYTES + 2000);
            assertThat(everything(files)).isEqualTo(documents());
            assertThat(one(files.countDocuments(gte("n", 3)))).isEqualTo(342);
            assertThat(store.counters().hotBytes()).as("reading keeps nothing").isLessThanOrEqualTo(HOT_BYTES + 2000);
        });
    }

    @Test
    void a_cold_document_is_changed_and_then_read_from_where_it_was_written_last() throws IOException {
        withStore(NEVER, files -> {
            fill(files);
            for (int round = 1; round <= 3; round++) {
                Flux.range(0, DOCUMENTS)
                        .flatMap(i -> files.updateOne(eq("_id", i), inc("changes", 1)), 8)
                        .blockLast();
                assertThat(everything(files))
                        .extracting(file -> file.get("changes"))
                        .containsOnly(round);
            }
            assertThat(store.counters().hotBytes()).isLessThanOrEqualTo(HOT_BYTES + 20_000);
        });
    }

    @Test
    void a_restart_holds_nothing_and_tells_the_same() throws IOException {
        withStore(NEVER, ColdRowsTest::fill);
        withStore(NEVER, files -> {
            assertThat(store.counters().hotBytes()).isLessThan(LESS_THAN_ONE);
            assertThat(everything(files)).isEqualTo(documents());
            assertThat(all(files.find(eq("n", 5)))).hasSize(DOCUMENTS / 7);
            one(files.updateOne(eq("_id", 9), inc("changes", 1)));
        });
        withStore(NEVER, files -> assertThat(one(files.find(eq("_id", 9))).get("changes"))
                .isEqualTo(1));
    }

    @Test
    void compaction_after_compaction_and_a_restart_lose_nothing() throws IOException {
        withStore(SMALL_JOURNAL, files -> {
            fill(files);
            List<Path> seen = new ArrayList<>();
            for (int round = 0; seen.size() < 3; round++) {
                Flux.range(0, DOCUMENTS)
                        .flatMap(i -> files.updateOne(eq("_id", i), inc("changes", 1)), 8)
                        .blockLast();
                files("snapshot-").stream().filter(each -> !seen.contains(each)).forEach(seen::add);
                assertThat(everything(files))
                        .extracting(file -> file.get("changes"))
                        .containsOnly(round + 1);
            }
            Awaitility.await().until(() -> files("snapshot-").size() == 1);
            one(files.deleteOne(eq("_id", 0)));
        });
        withStore(SMALL_JOURNAL, files -> assertThat(everything(files))
                .hasSize(DOCUMENTS - 1)
                .allMatch(file -> file.getString("text").equals(TEXT + file.get("_id"))));
    }

    @Test
    void older_files_that_a_kill_left_behind_a_finished_compaction_do_no_harm() throws IOException {
        withStore(NEVER, ColdRowsTest::fill);
        byte[] old = Files.readAllBytes(data.resolve("journal-1"));
        withStore(SMALL_JOURNAL, files -> changeUntilGone(files, files("journal-")));
        Files.write(data.resolve("journal-1"), old);
        Files.write(data.resolve("unfinished"), old);
        withStore(SMALL_JOURNAL, files -> {
            assertThat(everything(files)).hasSize(DOCUMENTS).noneMatch(file -> file.getInteger("changes") == 0);
            changeUntilGone(files, List.of(data.resolve("journal-1")));
            assertThat(everything(files)).hasSize(DOCUMENTS);
        });
    }

    private static void changeUntilGone(MongoCollection<Document> files, List<Path> old) {
        while (old.stream().anyMatch(Files::exists)) {
            Flux.range(0, DOCUMENTS)
                    .flatMap(i -> files.updateOne(eq("_id", i), inc("changes", 1)), 8)
                    .blockLast();
        }
    }

    @Test
    void a_reader_in_the_middle_reads_on_when_the_files_it_reads_are_gone() throws IOException {
        withStore(SMALL_JOURNAL, files -> {
            fill(files);
            Slow slow = new Slow();
            files.find().sort(ascending("_id")).batchSize(10).subscribe(slow);
            slow.ask(10);
            List<Path> before = Stream.concat(files("snapshot-").stream(), files("journal-").stream())
                    .toList();
            changeUntilGone(files, before);
            slow.ask(DOCUMENTS);
            assertThat(slow.await()).isEqualTo(documents());
        });
    }

    @Test
    void a_document_that_is_damaged_on_disk_is_an_error_and_the_others_are_not() throws IOException {
        withStore(NEVER, files -> {
            fill(files);
            flip(data.resolve("journal-1"), TEXT + 100);
            assertThatThrownBy(() -> one(files.find(eq("_id", 100))))
                    .isInstanceOf(MongoException.class)
                    .hasMessageContaining("damaged at byte");
            assertThatThrownBy(() -> one(files.updateOne(eq("_id", 100), inc("changes", 1))))
                    .isInstanceOf(MongoException.class);
            assertThat(all(files.find(lt("_id", 100)))).isEqualTo(documents().subList(0, 100));
        });
    }

    /** One bit of this text, which stands in the file once. */
    private static void flip(Path file, String text) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
            assertThat(at).isPositive();
            bytes[at] ^= 1;
            Files.write(file, bytes, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void what_is_dropped_or_removed_is_no_longer_held() throws IOException {
        withStore(NEVER, files -> {
            fill(files);
            one(files.deleteMany(lt("_id", DOCUMENTS)));
            assertThat(store.counters().hotBytes()).isLessThan(LESS_THAN_ONE);
            IntStream.range(0, 10).forEach(i -> one(files.insertOne(document(i))));
            assertThat(store.counters().hotBytes()).isGreaterThan(10_000);
            one(files.drop());
            assertThat(store.counters().hotBytes()).isLessThan(LESS_THAN_ONE);
        });
    }

    /** Reads as much as it is told to. */
    private static final class Slow extends BaseSubscriber<Document> {

        private final List<Document> read = new ArrayList<>();

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            // asks when it is told to
        }

        @Override
        protected synchronized void hookOnNext(Document document) {
            read.add(document);
        }

        private synchronized int count() {
            return read.size();
        }

        void ask(int more) {
            request(more);
            if (count() < 10) {
                Awaitility.await().until(() -> count() == 10);
            }
        }

        List<Document> await() {
            Awaitility.await().until(this::isDisposed);
            return read;
        }
    }
}
