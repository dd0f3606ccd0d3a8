package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An aggregation whose leading {@code $match}, {@code $sort} and {@code $limit} are a find by index; the library runs
 * the rest. A plain count of what was found decodes nothing.
 */
final class Pipeline {

    private final StoreCollection collection;
    private final List<Document> rest;
    private Document match = new Document();
    private Document sort;
    private int limit;

    Pipeline(StoreCollection collection, Document command) {
        this.collection = collection;
        this.rest = new ArrayList<>(Aggregation.parse(command.get("pipeline")));
        if (leads("$match")) {
            match = (Document) rest.removeFirst().get("$match");
        }
        if (leads("$sort")) {
            sort = (Document) rest.removeFirst().get("$sort");
        }
        if (leads("$limit")) {
            limit = ((Number) rest.removeFirst().get("$limit")).intValue();
        }
    }

    private boolean leads(String stage) {
        return !rest.isEmpty() && rest.getFirst().containsKey(stage);
    }

    Stream<Document> run(MongoDatabase database, DatabaseResolver databases, Oplog oplog) {
        Aggregation aggregation = Aggregation.fromPipeline(rest, databases, database, collection, oplog);
        if (!rest.isEmpty()) {
            aggregation.validate(new Document("cursor", new Document()));
        }
        List<Search.Hit> hits = collection.find(match, sort, 0, limit);
        return isCount() ? count(hits.size()) : aggregation.runStagesAsStream(decoded(hits));
    }

    private Stream<Document> decoded(List<Search.Hit> hits) {
        if (leads("$group")) {
            Glance glance = Glance.atGroup(rest.getFirst().get("$group"));
            return hits.stream().map(hit -> glance.decode(hit.bson()));
        }
        return hits.stream().map(hit -> Row.decode(hit.bson()));
    }

    private boolean isCount() {
        return rest.size() == 1
                && rest.getFirst().get("$group") instanceof Document group
                && group.size() == 2
                && group.get("_id") instanceof Number
                && group.values().stream().anyMatch(Pipeline::addsOne);
    }

    private static boolean addsOne(Object value) {
        return value instanceof Document sum
                && sum.size() == 1
                && Integer.valueOf(1).equals(sum.get("$sum"));
    }

    private Stream<Document> count(int found) {
        Document reply = new Document();
        for (Map.Entry<String, Object> field : ((Document) rest.getFirst().get("$group")).entrySet()) {
            reply.append(field.getKey(), field.getKey().equals("_id") ? field.getValue() : found);
        }
        return found == 0 ? Stream.empty() : Stream.of(reply);
    }
}
