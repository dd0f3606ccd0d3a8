package ir.parvaneh.chassis.stream;

import ir.parvaneh.chassis.store.Head;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Store;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What services ask each other: how far streams are, and events that the topic did not bring. */
@RestController
class InternalStreams {
    private static final int MOST = 1_000;

    private final Store store;
    private final Streams streams;

    InternalStreams(Store store, Streams streams) {
        this.store = store;
        this.streams = streams;
    }

    @GetMapping("/internal/heads")
    Flux<Head> heads(
            @RequestParam String source,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "200") int limit) {
        return of(source).flatMap(pages -> pages.heads(after, Math.clamp(limit, 1, MOST)));
    }

    @GetMapping("/internal/events")
    Flux<Incoming> events(
            @RequestParam String source,
            @RequestParam String aggregate,
            @RequestParam(defaultValue = "1") long from,
            @RequestParam(defaultValue = "200") int limit) {
        return of(source)
                .flatMap(pages -> pages.events(aggregate, from, Math.clamp(limit, 1, MOST)))
                .map(Incoming::of);
    }

    @GetMapping("/internal/status")
    Mono<StreamStatus> status() {
        return streams.status();
    }

    private Flux<Pages<?>> of(String source) {
        return Flux.fromStream(store.opened().stream()
                .filter(pages -> pages.definition().source().equals(source)));
    }
}
