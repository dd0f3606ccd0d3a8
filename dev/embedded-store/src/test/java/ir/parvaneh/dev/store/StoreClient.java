package ir.parvaneh.dev.store;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ordinary driver, waited for: tests read better that way. */
final class StoreClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MongoClient client;

    StoreClient(String uri) {
        client = MongoClients.create(uri);
    }

    MongoDatabase database(String name) {
        return client.getDatabase(name);
    }

    MongoCollection<Document> collection(String name) {
        return database("contract").getCollection(name);
    }

    static <T> T one(Publisher<T> publisher) {
        return Mono.from(publisher).block(PATIENCE);
    }

    static <T> List<T> all(Publisher<T> publisher) {
        return Flux.from(publisher).collectList().block(PATIENCE);
    }

    @Override
    public void close() {
        client.close();
    }
}
