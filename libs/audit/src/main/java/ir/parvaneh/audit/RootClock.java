package ir.parvaneh.audit;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks every few seconds of real time whether the city has begun a day that has no root yet. */
final class RootClock implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RootClock.class);
    private static final Duration EACH = Duration.ofSeconds(5);

    private final RootMaking making;
    private volatile Disposable running;

    RootClock(RootMaking making) {
        this.making = making;
    }

    @Override
    public void start() {
        running = Flux.interval(EACH)
                .onBackpressureDrop()
                .concatMap(tick -> making.daily().onErrorResume(RootClock::logged), 1)
                .subscribe(root -> LOG.info("root {} over {} chains", root.number(), root.size()));
    }

    private static Mono<Root> logged(Throwable failure) {
        LOG.warn("no root was made: {}", failure.toString());
        return Mono.empty();
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
