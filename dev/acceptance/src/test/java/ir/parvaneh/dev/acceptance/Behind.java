package ir.parvaneh.dev.acceptance;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The city's stores seen from behind, by somebody who has got in: reads and writes what he likes. */
final class Behind implements AutoCloseable {
    private static final List<String> DATABASES = List.of("applications", "offices", "districts", "notifications");

    private final MongoClient client = MongoClients.create(RunningCity.here().storeUri());

    MongoCollection<BsonDocument> collection(String database, String name) {
        return client.getDatabase(database).getCollection(name, BsonDocument.class);
    }

    private MongoCollection<BsonDocument> history() {
        return collection("applications", "history");
    }

    static String name(String file, long number) {
        return "/applications/files|%s:%010d".formatted(file, number);
    }

    BsonDocument entry(String file, long number) {
        return Mono.from(history().find(Filters.eq("_id", name(file, number))).first())
                .block();
    }

    /** Stores the entry under the name it says, in the place of what lies there. */
    void put(BsonDocument entry) {
        BsonString name = entry.getString("_id");
        Mono.from(history().deleteOne(Filters.eq("_id", name))).block();
        Mono.from(history().insertOne(entry)).block();
    }

    void delete(String file, long number) {
        Mono.from(history().deleteOne(Filters.eq("_id", name(file, number)))).block();
    }

    /** A copy that lies under another number, and says so if wanted. */
    static BsonDocument under(BsonDocument entry, String file, long number, boolean renumbered) {
        BsonDocument copy = entry.clone().append("_id", new BsonString(name(file, number)));
        return renumbered ? copy.append("n", new BsonInt64(number)) : copy;
    }

    BsonDocument page(String file) {
        return Mono.from(collection("applications", "applications")
                        .find(Filters.eq("_id", file))
                        .first())
                .block();
    }

    void setChain(String file, String chain) {
        var update = new BsonDocument("$set", new BsonDocument("chain", new BsonString(chain)));
        Mono.from(collection("applications", "applications").updateOne(Filters.eq("_id", file), update))
                .block();
    }

    /** Every document of every collection of every service, with where it lies. */
    Stream<String> everything() {
        return DATABASES.stream().flatMap(database -> {
            List<String> names = Flux.from(client.getDatabase(database).listCollectionNames())
                    .collectList()
                    .block();
            return names.stream()
                    .flatMap(name -> Flux.from(collection(database, name).find().batchSize(500))
                            .map(document -> database + "." + name + " " + document.toJson())
                            .toStream());
        });
    }

    @Override
    public void close() {
        client.close();
    }
}
