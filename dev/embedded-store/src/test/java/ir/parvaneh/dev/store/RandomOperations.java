package ir.parvaneh.dev.store;

import static ir.parvaneh.dev.store.StoreClient.one;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bson.Document;

/** Seeded changes and queries over few values, so that they meet each other. */
final class RandomOperations {

    /** One change; its outcome as text, to be compared. */
    record Change(String words, Function<MongoCollection<Document>, String> act) {

        String apply(MongoCollection<Document> collection) {
            return act.apply(collection);
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private static final int IDS = 60;
    private static final List<String> FIELDS = List.of("a", "b", "c", "in.x");
    private final Random random;

    RandomOperations(long seed) {
        random = new Random(seed);
    }

    Change change() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> insert(document());
            case 4, 5 -> update(idQuery(), setters(), random.nextBoolean());
            case 6 -> update(idQuery(), new Document("$push", new Document("list", pushed())), false);
            case 7 -> update(idQuery(), listless(), random.nextBoolean());
            case 8 -> update(idQuery(), new Document("$unset", new Document(field(), "")), false);
            default -> delete(idQuery());
        };
    }

    private static Change insert(Document document) {
        return new Change(
                "insert " + document,
                c -> "" + one(c.insertOne(new Document(document))).wasAcknowledged());
    }

    private static Change update(Document query, Document update, boolean upsert) {
        return new Change("update " + query + " " + update + " upsert " + upsert, c -> {
            var result = one(c.updateOne(query, update, new UpdateOptions().upsert(upsert)));
            return result.getMatchedCount() + " " + result.getModifiedCount() + " " + result.getUpsertedId();
        });
    }

    private static Change delete(Document query) {
        return new Change("delete " + query, c -> "" + one(c.deleteOne(query)).getDeletedCount());
    }

    private Document document() {
        Document document = new Document("_id", id());
        for (String field : List.of("a", "b", "c")) {
            if (random.nextInt(5) > 0) {
                document.append(field, value());
            }
        }
        if (random.nextBoolean()) {
            document.append("in", new Document("x", value()));
        }
        return document.append(
                "list",
                IntStream.range(0, random.nextInt(3)).mapToObj(i -> value()).toList());
    }

    private Object id() {
        int id = random.nextInt(IDS);
        return id % 2 == 0 ? (Object) ("id" + id) : (Object) id;
    }

    private Object value() {
        return switch (random.nextInt(6)) {
            case 0 -> "s" + random.nextInt(3);
            case 1 -> random.nextInt(4) - 1L;
            case 2 -> random.nextInt(8) / 2.0;
            case 3 -> random.nextInt(9) == 0 ? null : random.nextBoolean();
            default -> random.nextInt(5);
        };
    }

    private String field() {
        return FIELDS.get(random.nextInt(FIELDS.size()));
    }

    private Document idQuery() {
        Document query = new Document("_id", id());
        return random.nextInt(3) == 0 ? query.append(field(), condition()) : query;
    }

    private Document setters() {
        Document set = new Document("$set", new Document(field(), value()));
        return random.nextInt(4) == 0 ? set.append("$min", new Document("pendingSince", random.nextInt(9))) : set;
    }

    private Object pushed() {
        return switch (random.nextInt(3)) {
            case 0 -> new Document("$each", List.of(plain(), "x", 2)).append("$slice", random.nextInt(9) - 4);
            case 1 -> new Document("$each", List.of(new Document("n", random.nextInt(4))));
            default -> plain();
        };
    }

    /** Changes by what is there: pulls, sums and bounds, also on fields that are not of the right kind. */
    private Document listless() {
        return switch (random.nextInt(6)) {
            case 0 -> new Document("$pull", new Document("list", plain()));
            case 1 -> new Document("$pull", new Document("list", new Document("$lte", random.nextInt(4))));
            case 2 -> new Document("$pull", new Document("list", new Document("n", random.nextInt(4))));
            case 3 -> new Document("$inc", new Document(field(), random.nextInt(3)));
            case 4 -> new Document("$max", new Document(field(), plain())).append("$set", new Document("d.e", 1));
            default ->
                new Document("$set", new Document("b", value()))
                        .append("$unset", new Document("in.x", ""))
                        .append("$setOnInsert", new Document("made", true))
                        .append(random.nextInt(3) == 0 ? "$inc" : "$min", new Document(field(), 2));
        };
    }

    Document query() {
        List<Document> parts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            parts.add(part());
        }
        return parts.size() == 1 ? parts.getFirst() : new Document("$and", parts);
    }

    private Document part() {
        return switch (random.nextInt(12)) {
            case 0 -> new Document("_id", id());
            case 1 -> new Document("_id", new Document("$gt", id()));
            case 2 -> new Document("list", value());
            case 3 -> new Document("list", new Document("$gte", 1).append("$lt", 3));
            case 4 -> new Document("$or", List.of(new Document("a", value()), new Document("b", condition())));
            case 5 -> keyset();
            default -> new Document(field(), condition());
        };
    }

    private Document keyset() {
        String order = random.nextBoolean() ? "$gt" : "$lt";
        int place = random.nextInt(5);
        return new Document(
                "$or",
                List.of(
                        new Document("b", new Document(order, place)),
                        new Document("b", place).append("c", new Document(order, 1))));
    }

    private Object condition() {
        return switch (random.nextInt(8)) {
            case 0 -> new Document("$gt", plain());
            case 1 -> new Document("$gte", plain()).append("$lte", plain());
            case 2 -> new Document("$lt", plain());
            case 3 -> new Document("$in", List.of(plain(), plain(), plain()));
            case 4 -> new Document("$exists", random.nextBoolean());
            case 5 -> new Document("$ne", plain());
            case 6 -> null;
            default -> plain();
        };
    }

    private Object plain() {
        Object value = value();
        return value == null ? 1 : value;
    }

    /** Always down to the id, so that there is one right order. */
    Document sort() {
        Document sort = new Document();
        for (int i = random.nextInt(3); i > 0; i--) {
            sort.append(field(), random.nextBoolean() ? 1 : -1);
        }
        return sort.append("_id", random.nextBoolean() ? 1 : -1);
    }

    int limit() {
        return random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(12);
    }
}
