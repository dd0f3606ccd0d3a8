package ir.parvaneh.chassis.desk;

import com.mongodb.reactivestreams.client.MongoClients;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.identity.IdentityParts;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Pen;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.chassis.store.Wire;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Cursors;
import ir.parvaneh.chassis.web.Problems;
import ir.parvaneh.chassis.web.WebParts;
import ir.parvaneh.dev.store.EmbeddedStore;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;

/** A district's desk and nothing else: what a service wires, on the embedded store and a topic that takes all. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({WebParts.class, IdentityParts.class})
public class DeskService {
    record Reviewed(Integer districtNo, Desk desk) {}

    static final DeskLens<Reviewed> LENS = new DeskLens<>(
            Reviewed::desk,
            (page, desk) -> new Reviewed(page.districtNo(), desk),
            (page, task) -> List.of("district:" + page.body().districtNo()));

    static final AtomicInteger SCHEMAS_ASKED = new AtomicInteger();

    /** Heads may take tasks away; the head lends his role to the stand-in. */
    static final class Scope implements DeskScope {
        @Override
        public List<String> desksOf(Caller caller) {
            return caller.districtNo() == null ? List.of() : List.of("district:" + caller.districtNo());
        }

        @Override
        public boolean heads(Caller caller, String desk) {
            return caller.hasRole("district-head");
        }

        @Override
        public Mono<Set<String>> lent(Caller caller, String absentPersonId) {
            boolean lent = caller.personId().equals("p-stand-in") && absentPersonId.equals("p-head");
            return Mono.just(lent ? Set.of("district-head") : Set.of());
        }

        @Override
        public boolean isId(String text) {
            return !text.startsWith("09");
        }
    }

    @Bean
    CityClock clock() {
        return new CityClock(InstantSource.system());
    }

    @Bean(destroyMethod = "close")
    EmbeddedStore embedded() {
        return EmbeddedStore.inMemory();
    }

    @Bean
    Store store(EmbeddedStore embedded, CityClock clock) {
        Wire wire = (topic, event) -> Mono.empty();
        var pen = new Pen(() -> UUID.randomUUID().toString(), InstantSource.system(), clock);
        return new Store(MongoClients.create(embedded.uri()).getDatabase("district"), wire, pen, 100);
    }

    @Bean
    Pages<Reviewed> pages(Store store) {
        return store.pages(new Pages.Definition<>(
                "reviews",
                "/districts/pages",
                "districts.events.v1",
                Reviewed.class,
                id -> new Reviewed(null, Desk.EMPTY),
                page -> Map.of(),
                List.of(),
                page -> DeskRows.of(page, LENS)));
    }

    @Bean
    Desks<Reviewed> desks(Pages<Reviewed> pages, Store store, Cursors cursors, CityClock clock) {
        String schema = "{\"type\":\"object\",\"required\":[\"pages\"],\"additionalProperties\":false,"
                + "\"properties\":{\"pages\":{\"type\":\"integer\"},\"kind\":{\"type\":\"string\"}}}";
        var rules = new EvidenceSchemas(
                digest -> Mono.fromSupplier(() -> {
                    SCHEMAS_ASKED.incrementAndGet();
                    return schema.getBytes(StandardCharsets.UTF_8);
                }),
                text -> text.contains("09121234567"));
        var rows = store.rows(DeskRows.COLLECTION, DeskRows.INDEXES);
        return new Desks<>(pages, LENS, new Scope(), rules, rows, cursors, clock);
    }

    @Bean
    DeskEndpoints<Reviewed> tasks(Desks<Reviewed> desks, Commands commands) {
        return new DeskEndpoints<>(desks, commands);
    }

    @Bean
    SignatureEndpoints<Reviewed> signatures(Desks<Reviewed> desks, Commands commands, Problems problems) {
        return new SignatureEndpoints<>(desks, commands, problems);
    }

    static Page<Reviewed> page(Pages<Reviewed> pages, String id) {
        return pages.find(id).block();
    }
}
