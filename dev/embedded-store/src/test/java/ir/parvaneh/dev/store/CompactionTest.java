package ir.parvaneh.dev.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static ir.parvaneh.dev.store.StoreClient.all;
import static ir.parvaneh.dev.store.StoreClient.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

class CompactionTest {

    private static final long FROM = 100_000;
    private static final int DOCUMENTS = 50;

    @TempDir
    Path data;

    private List<Path> files(String prefix) {
        try (Stream<Path> all = Files.list(data)) {
            return all.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void change(MongoCollection<Document> files, int changes) {
        Flux.range(0, changes)
                .flatMap(i -> files.updateOne(eq("_id", i % DOCUMENTS), set("text", "x".repeat(200) + i)), 8)
                .blockLast();
    }

    @Test
    void a_journal_that_is_mostly_dead_is_rewritten_and_tells_the_same() throws IOException {
        List<Document> before;
        try (EmbeddedStore store = EmbeddedStore.start(data, 0, FROM, EmbeddedStore.HOT_BYTES);
                StoreClient client = new StoreClient(store.uri())) {
            MongoCollection<Document> files = client.collection("files");
            one(client.collection("gone").insertOne(new Document("_id", 1)));
            one(files.createIndex(Indexes.ascending("text")));
            Flux.range(0, DOCUMENTS)
                    .concatMap(i -> files.insertOne(new Document("_id", i)))
                    .blockLast();
            change(files, 3000);
            one(client.collection("gone").drop());
            change(files, 500);
            Awaitility.await()
                    .until(() ->
                            files("snapshot-").size() == 1 && files("journal-").size() == 1);
            change(files, 60);
            before = all(files.find());
        }
        try (EmbeddedStore store = EmbeddedStore.start(data, 0, FROM, EmbeddedStore.HOT_BYTES);
                StoreClient client = new StoreClient(store.uri())) {
            MongoCollection<Document> files = client.collection("files");
            assertThat(all(files.find())).isEqualTo(before).hasSize(DOCUMENTS);
            assertThat(all(files.listIndexes())).hasSize(2);
            assertThat(all(client.database("contract").listCollectionNames())).containsExactly("files");
            assertThat(all(files.find(eq("text", before.getFirst().get("text")))))
                    .hasSize(1);
        }
    }
}
