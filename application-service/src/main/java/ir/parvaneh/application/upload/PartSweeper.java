package ir.parvaneh.application.upload;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes, each hour of real time, what arrived of uploads that can no longer be completed. */
final class PartSweeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PartSweeper.class);
    private static final Duration EACH = Duration.ofHours(1);

    private final PartFiles parts;
    private final Duration openFor;
    private volatile Disposable running;

    PartSweeper(PartFiles parts, Duration openFor) {
        this.parts = parts;
        this.openFor = openFor;
    }

    /** One look. */
    Mono<Void> sweep() {
        return Mono.defer(() -> parts.removeOlderThan(Instant.now().minus(openFor)))
                .doOnNext(removed -> LOG.debug("{} uploads forgotten", removed))
                .onErrorResume(PartSweeper::logged)
                .then();
    }

    private static Mono<Integer> logged(Throwable failure) {
        LOG.warn("old uploads were not looked for: {}", failure.toString());
        return Mono.empty();
    }

    @Override
    public void start() {
        running = Flux.interval(Duration.ZERO, EACH)
                .onBackpressureDrop()
                .concatMap(tick -> sweep(), 1)
                .subscribe();
    }

    @Override
    public void stop() {
        running.dispose();
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
