package ir.parvaneh.chassis.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import ir.parvaneh.dev.store.EmbeddedStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** A store on the development store's wire, with a topic that can be switched off and clocks that can be moved. */
public final class Desktop implements AutoCloseable {
    public final List<Event> topic = new CopyOnWriteArrayList<>();
    public final EmbeddedStore embedded = EmbeddedStore.inMemory();
    public final MongoDatabase database;
    public volatile boolean away;
    public volatile Instant now = Instant.parse("2026-03-21T08:00:00Z");
    private final MongoClient client;
    private final List<Store> stores = new ArrayList<>();

    public Desktop() {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(embedded.uri()))
                .retryWrites(false)
                .build());
        database = client.getDatabase("desktop");
    }

    /** One more replica of the same service. */
    public Store replica() {
        InstantSource clock = () -> now;
        Pen pen = new Pen(() -> UUID.randomUUID().toString(), clock, clock);
        Store store = new Store(database, (name, event) -> send(event), pen, 100);
        stores.add(store);
        return store;
    }

    /** The port below pages. */
    public Shelf shelf(String collection) {
        return new MongoShelf(database, collection);
    }

    private Mono<Void> send(Event event) {
        return Mono.fromRunnable(() -> {
            if (away) {
                throw new IllegalStateException("the topic is away");
            }
            topic.add(event);
        });
    }

    @Override
    public void close() {
        client.close();
        embedded.close();
    }
}
