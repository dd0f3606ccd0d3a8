package ir.parvaneh.audit;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Pen;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.dev.store.EmbeddedStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Pages of two kinds in a store of their own, and the roots over them. */
abstract class OverThings {
    static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    @TempDir
    Path folder;

    private final EmbeddedStore embedded = EmbeddedStore.inMemory();
    private final MongoClient client = MongoClients.create(embedded.uri());
    final MongoDatabase database = client.getDatabase("things");
    final CityClock clock = new CityClock(InstantSource.fixed(Instant.parse("2026-03-01T08:00:00Z")));
    final Store store = new Store(
            database,
            (topic, event) -> Mono.empty(),
            new Pen(() -> UUID.randomUUID().toString(), InstantSource.system(), clock),
            10);
    final Pages<Thing> things = pages("things");
    final Pages<Thing> others = pages("others");
    final Chains chains = new Chains(store);
    final Roots roots = new Roots(store.rows("audit-roots", List.of()));
    final Leaves leaves = new Leaves(store.rows("audit-leaves", List.of(Index.on("source", "aggregate", "root"))));

    record Thing(long count) {}

    private Pages<Thing> pages(String name) {
        return store.pages(new Pages.Definition<>(
                name,
                "/" + name,
                "topic",
                Thing.class,
                id -> new Thing(0),
                thing -> Map.of(),
                List.of(),
                page -> List.of()));
    }

    RootMaking making() {
        SigningKeys keys = SigningKeys.in(folder, "things", true);
        return new RootMaking("things", chains, roots, leaves, keys, clock, TEHRAN);
    }

    void tell(Pages<Thing> pages, String id, int times) {
        for (int i = 0; i < times; i++) {
            Cause cause = Cause.command("caller", UUID.randomUUID().toString(), "digest");
            pages.change(
                            id,
                            cause,
                            page -> Verdict.changed(
                                    new Thing(page.body().count() + 1),
                                    new NewEvent(
                                            "told", Map.of("count", page.body().count()))))
                    .block();
        }
    }

    void flush() {
        Flux.just(things, others).concatMap(Pages::flush).blockLast();
    }

    @AfterEach
    void stop() {
        client.close();
        embedded.close();
    }

    List<ChainFault> faults(String id) {
        return chains.of(id).map(ChainCheck::faults).blockFirst();
    }

    Leaf leaf(Root root, String id) {
        return making().proofs(root, id).blockFirst().leaf();
    }
}
