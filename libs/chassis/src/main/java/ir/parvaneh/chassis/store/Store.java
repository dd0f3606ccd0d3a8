package ir.parvaneh.chassis.store;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** One service's database: where its pages and rows are opened, with the indexes they need. */
public final class Store {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Retry AGAIN = Retry.fixedDelay(30, Duration.ofSeconds(2));

    private final MongoDatabase database;
    private final Wire wire;
    private final Pen pen;
    private final int held;
    private final List<Pages<?>> opened = new ArrayList<>();

    /** @param held how many pages of each collection stay in memory after use */
    public Store(MongoDatabase database, Wire wire, Pen pen, int held) {
        this.database = database.withWriteConcern(WriteConcern.MAJORITY).withReadConcern(ReadConcern.MAJORITY);
        this.wire = wire;
        this.pen = pen;
        this.held = held;
    }

    /** Opens pages; makes their indexes first and waits for the store up to a minute. */
    public <P> Pages<P> pages(Pages.Definition<P> definition) {
        List<Index> indexes = new ArrayList<>(definition.indexes());
        indexes.add(Index.sparse("pendingSince"));
        makeIndexes(definition.collection(), indexes);
        MongoShelf shelf = new MongoShelf(database, definition.collection());
        Pages<P> pages = new Pages<>(definition, shelf, wire, pen, Rules.ALL, held);
        opened.add(pages);
        return pages;
    }

    /** Opens a collection of rows. Set a batch size on every find. */
    public MongoCollection<Document> rows(String collection, List<Index> indexes) {
        makeIndexes(collection, indexes);
        return database.getCollection(collection);
    }

    /** Writes rows, each unless the stored one changed later. */
    public Mono<Void> upsert(List<Row> rows) {
        return new MongoRows(database).upsert(rows);
    }

    /** All pages opened so far. */
    public List<Pages<?>> opened() {
        return List.copyOf(opened);
    }

    private void makeIndexes(String collection, List<Index> indexes) {
        Flux.fromIterable(indexes)
                .concatMap(index -> database.getCollection(collection)
                        .createIndex(
                                Indexes.ascending(index.fields()),
                                new IndexOptions()
                                        .name(index.name())
                                        .unique(index.unique())
                                        .sparse(index.sparse())))
                .retryWhen(AGAIN)
                .then()
                .block(START);
    }
}
