package ir.parvaneh.chassis.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Who waits for which page; a save in this process wakes them. */
final class Waiters<P> {
    private final Map<String, Sinks.Many<Page<P>>> sinks = new ConcurrentHashMap<>();

    Flux<Page<P>> saves(String id) {
        return Flux.defer(() -> sinks.computeIfAbsent(
                                id, same -> Sinks.many().multicast().directBestEffort())
                        .asFlux())
                .doFinally(end ->
                        sinks.computeIfPresent(id, (same, sink) -> sink.currentSubscriberCount() == 0 ? null : sink));
    }

    void wake(Page<P> page) {
        Sinks.Many<Page<P>> sink = sinks.get(page.id());
        if (sink != null) {
            sink.tryEmitNext(page);
        }
    }
}
