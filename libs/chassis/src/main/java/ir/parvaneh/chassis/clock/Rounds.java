package ir.parvaneh.chassis.clock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a service does by itself again and again while it runs, by the real clock: a bean of the service. A turn that fails
 * is logged and the next one comes; one that takes longer than its period is not overtaken.
 */
public final class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final List<Round> rounds = new ArrayList<>();
    private Disposable running;

    private record Round(Duration period, String what, Supplier<? extends Mono<?>> work) {
        Disposable begin() {
            return Flux.interval(period)
                    .onBackpressureDrop()
                    .concatMap(tick -> Mono.defer(work).then().onErrorResume(this::logged), 1)
                    .subscribe();
        }

        private Mono<Void> logged(Throwable failure) {
            LOG.warn("{}: failed and is tried again: {}", what, failure.toString());
            return Mono.empty();
        }
    }

    /** One more thing to do, before these rounds begin. */
    public Rounds each(Duration period, String what, Supplier<? extends Mono<?>> work) {
        rounds.add(new Round(period, what, work));
        return this;
    }

    @Override
    public synchronized void start() {
        running = Disposables.composite(rounds.stream().map(Round::begin).toList());
    }

    @Override
    public synchronized void stop() {
        running.dispose();
        running = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
