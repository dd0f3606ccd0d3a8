package ir.parvaneh.application.slip;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What of slips runs by itself, by the real clock. A round that fails is logged, and the next one comes. */
final class SlipSweeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SlipSweeper.class);

    /** Work that returns. */
    record Round(String what, Duration each, Supplier<Mono<Void>> work) {}

    private final List<Round> rounds;
    private volatile Disposable running;

    SlipSweeper(List<Round> rounds) {
        this.rounds = List.copyOf(rounds);
    }

    @Override
    public void start() {
        running = Disposables.composite(rounds.stream().map(SlipSweeper::run).toList());
    }

    private static Disposable run(Round round) {
        return Flux.interval(round.each())
                .onBackpressureDrop()
                .concatMap(tick -> Mono.defer(round.work()).onErrorResume(failure -> logged(round, failure)), 1)
                .subscribe();
    }

    private static Mono<Void> logged(Round round, Throwable failure) {
        LOG.warn("{}: {}", round.what(), failure.toString());
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
