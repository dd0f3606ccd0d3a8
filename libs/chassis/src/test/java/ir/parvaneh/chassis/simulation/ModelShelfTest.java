package ir.parvaneh.chassis.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.store.Desktop;
import ir.parvaneh.chassis.store.Prune;
import ir.parvaneh.chassis.store.Shelf;
import ir.parvaneh.chassis.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The simulation is worth what its store is worth: it must answer as the real one's wire does, whatever is asked. */
class ModelShelfTest {
    private static final Desktop DESKTOP = new Desktop();
    private static final int OPERATIONS = 60;

    private final World world = new World(1);
    private final Shelf model = new ModelShelf(world, new World.Process("test"), new ModelShelf.Data());

    @AfterAll
    static void close() {
        DESKTOP.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_model_does_what_the_store_does(long seed) {
        world.faulty = false;
        Shelf real = DESKTOP.shelf("model-" + seed);
        Random random = new Random(seed * 7919);
        for (int i = 0; i < OPERATIONS; i++) {
            Function<Shelf, Mono<?>> operation = operation(random, "s" + seed);
            assertThat(simulated(operation.apply(model)))
                    .as("operation %s of seed %s", i, seed)
                    .isEqualTo(operation.apply(real).block());
        }
        assertThat(all(simulated(model.heads("", 9).map(doc -> doc.get("_id")).collectList())))
                .isEqualTo(all(real.heads("", 9)
                        .map(doc -> doc.get("_id"))
                        .collectList()
                        .block()));
    }

    private static List<?> all(Object list) {
        return (List<?>) list;
    }

    private Object simulated(Mono<?> asked) {
        var answer = new AtomicReference<Object>();
        asked.subscribe(answer::set, failure -> answer.set(failure));
        while (!world.idle()) {
            world.step();
        }
        return answer.get();
    }

    private static Function<Shelf, Mono<?>> operation(Random random, String source) {
        String id = source + "-p" + random.nextInt(3);
        long version = random.nextInt(8);
        long number = random.nextInt(8);
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> saving(write(random, id, version));
            case 3 -> shelf -> latest(shelf, id).flatMap(now -> shelf.save(write(new Random(version), id, now)));
            case 4 ->
                shelf -> shelf.pending(version * 100, 10)
                        .map(ModelShelfTest::sorted)
                        .collectList();
            case 5 -> shelf -> pruned(shelf, id, number);
            case 6 ->
                shelf -> shelf.append(List.of(entry(source, id, number), entry(source, id, number + 1)))
                        .thenReturn(true);
            case 7 ->
                shelf -> Flux.concat(shelf.history(source, id, number, 5), shelf.keyed(source, id, "key" + number))
                        .map(ModelShelfTest::sorted)
                        .collectList();
            default -> shelf -> shelf.find(id).map(ModelShelfTest::sorted);
        };
    }

    private static Function<Shelf, Mono<?>> saving(Write write) {
        return shelf -> shelf.save(write);
    }

    private static Mono<Long> latest(Shelf shelf, String id) {
        return shelf.find(id).map(doc -> doc.getInt64("version").getValue()).defaultIfEmpty(0L);
    }

    // Only pages that exist are ever pruned.
    private static Mono<Boolean> pruned(Shelf shelf, String id, long number) {
        return shelf.find(id)
                .flatMap(doc -> shelf.prune(List.of(new Prune(
                        id, number, number % 2 == 0 ? doc.getInt64("version").getValue() : 0))));
    }

    private static Write write(Random random, String id, long expected) {
        BsonDocument set = new BsonDocument("version", new BsonInt64(expected + 1))
                .append("number", new BsonInt64(expected))
                .append("chain", new BsonString("c" + expected))
                .append("body.b" + random.nextInt(3), new BsonInt64(random.nextInt(9)))
                .append("marks./s|" + random.nextInt(2), new BsonDocument("n", new BsonInt64(random.nextInt(9))));
        List<String> unset = expected > 0 && random.nextBoolean() ? List.of("body.b3", "found") : List.of();
        if (unset.isEmpty()) {
            set.append("found", new BsonInt64(expected));
        }
        List<BsonDocument> outbox = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            outbox.add(new BsonDocument("n", new BsonInt64(expected + i)));
        }
        BsonDocument key = random.nextBoolean() ? new BsonDocument("k", new BsonString("k" + expected)) : null;
        Long since = random.nextBoolean() ? (Long) (long) random.nextInt(900) : null;
        return new Write(id, expected, set, unset, outbox, key, 2, since, true);
    }

    private static BsonDocument entry(String source, String id, long number) {
        return new BsonDocument("_id", new BsonString(source + "|" + id + ":000000000" + number))
                .append("source", new BsonString(source))
                .append("aggregate", new BsonString(id))
                .append("n", new BsonInt64(number))
                .append("key", new BsonDocument("k", new BsonString("key" + number)));
    }

    /** Fields in order of names; what a document does not have or has empty is the same. */
    private static BsonDocument sorted(BsonDocument document) {
        BsonDocument sorted = new BsonDocument();
        document.keySet().stream()
                .sorted()
                .filter(name -> !(document.get(name).isArray()
                        && document.getArray(name).isEmpty()))
                .filter(name -> !document.get(name).isBinary())
                .forEach(name -> sorted.append(
                        name,
                        document.get(name).isDocument() ? sorted(document.getDocument(name)) : document.get(name)));
        return sorted;
    }
}
