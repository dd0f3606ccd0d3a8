package ir.parvaneh.district.insight;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.chassis.stream.Projection;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.Topics;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import reactor.core.publisher.Flux;

/** One row for each application, written in bulk for each poll. */
public final class InsightRows implements Projection.Change {
    /** Which topic each source is read from. */
    public static final Map<String, String> TOPICS = Map.of(
            Sources.FILES, Topics.APPLICATIONS,
            Sources.OFFICE_PAGES, Topics.OFFICES,
            Sources.DISTRICT_PAGES, Topics.DISTRICTS);

    private static final String COLLECTION = "insight";
    private static final String FIGURES = "figures";
    private static final String TWICE = "stoodTwiceUntold";
    private static final List<Index> INDEXES = List.of(Index.on(TWICE));
    private static final int BATCH = 1000;

    private final MongoCollection<Document> rows;

    public InsightRows(Store store) {
        this.rows = store.rows(COLLECTION, INDEXES);
    }

    /** What keeps the rows, for {@code Streams.projection}. */
    public Projection.Definition definition() {
        return new Projection.Definition(COLLECTION, INDEXES, TOPICS.keySet(), this);
    }

    @Override
    public Projection.Result apply(Document row, Incoming event) {
        if (!Figures.concern(event.type())) {
            return Projection.Result.ignored();
        }
        return Projection.Result.row(document(figures(row).after(event)));
    }

    private static Document document(Figures figures) {
        return new Document(FIGURES, Shape.json().convertValue(figures, Document.class))
                .append(TWICE, figures.stoodTwiceUntold());
    }

    private static Figures figures(Document row) {
        Document kept = row == null ? null : row.get(FIGURES, Document.class);
        return kept == null ? Figures.NONE : Shape.json().convertValue(kept, Figures.class);
    }

    Flux<Figures> all() {
        return Flux.from(rows.find().projection(Projections.include(FIGURES)).batchSize(BATCH))
                .map(InsightRows::figures);
    }

    /** Applications whose citizen stood at both places, as long as nobody was told. */
    public Flux<String> stoodTwiceUntold(int limit) {
        return Flux.from(rows.find(Filters.eq(TWICE, true)).limit(limit).batchSize(limit))
                .map(row -> row.getString("_id"));
    }
}
