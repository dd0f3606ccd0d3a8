package ir.parvaneh.dev.acceptance.verify;

import com.mongodb.ReadConcern;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import reactor.core.publisher.Flux;

/** The services' databases, read collection by collection. */
final class Stores {
    /** What each collection of pages calls itself as a source of events. */
    static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("applications.applications", Histories.FILES),
            Map.entry("applications.people", "/applications/people"),
            Map.entry("applications.slips", Histories.SLIPS),
            Map.entry("applications.documents", "/applications/documents"),
            Map.entry("applications.document-readings", "/applications/document-readings"),
            Map.entry("applications.checklists", "/applications/checklists"),
            Map.entry("applications.uploads", "/applications/uploads"),
            Map.entry("applications.certificates", "/applications/certificates"),
            Map.entry("applications.certificate-places", "/applications/certificate-places"),
            Map.entry("applications.certificate-numbers", "/applications/certificate-numbers"),
            Map.entry("applications.certificate-keys", "/applications/certificate-keys"),
            Map.entry("offices.pages", "/offices/pages"),
            Map.entry("offices.offices", "/offices/offices"),
            Map.entry("districts.pages", "/districts/pages"),
            Map.entry("districts.delegations", "/districts/delegations"),
            Map.entry("districts.dockets", "/districts/dockets"));

    /** Pages and rows that read other services' streams. */
    static final List<String> READERS = List.of(
            "applications.applications",
            "offices.pages",
            "districts.pages",
            "districts.insight",
            "notifications.files");

    private static final int BATCH = 500;

    private final MongoClient client;

    Stores(MongoClient client) {
        this.client = client;
    }

    /** All documents of {@code database.collection} in the order of their names. */
    Iterable<BsonDocument> all(String place) {
        int dot = place.indexOf('.');
        MongoDatabase database = client.getDatabase(place.substring(0, dot)).withReadConcern(ReadConcern.MAJORITY);
        var found = database.getCollection(place.substring(dot + 1), BsonDocument.class)
                .find()
                .sort(Sorts.ascending("_id"))
                .batchSize(BATCH);
        return Flux.from(found).toIterable(BATCH);
    }

    /** Histories first, then what outboxes add to them. */
    void tell(Histories histories) {
        for (String database : List.of("applications", "offices", "districts", "notifications")) {
            all(database + ".history").forEach(entry -> histories.take(Entry.ofHistory(entry)));
        }
        PAGES.forEach((place, source) -> all(place).forEach(page -> {
            for (BsonValue waiting : outbox(page)) {
                histories.take(Entry.of(source, id(page), waiting.asDocument()));
            }
        }));
    }

    static String id(BsonDocument page) {
        return page.getString("_id").getValue();
    }

    static BsonArray outbox(BsonDocument page) {
        return page.getArray("outbox", new BsonArray());
    }
}
