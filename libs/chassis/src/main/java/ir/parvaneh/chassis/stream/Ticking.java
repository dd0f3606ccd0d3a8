package ir.parvaneh.chassis.stream;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Work that returns by the real clock; a turn that fails is logged and the next one comes. */
final class Ticking implements Disposable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticking.class);

    private final Scheduler scheduler = Schedulers.newSingle("ticking", true);
    private final Disposable.Composite all = Disposables.composite();

    void each(Duration period, String what, Supplier<Mono<Void>> work) {
        all.add(Flux.interval(period, scheduler)
                .onBackpressureDrop()
                .concatMap(tick -> Mono.defer(work).onErrorResume(failure -> logged(what, failure)), 1)
                .subscribe());
    }

    /** The first turn is repeated every ten seconds until it is done. */
    void startingAfter(Duration first, Duration period, String what, Supplier<Mono<Void>> work) {
        all.add(Flux.interval(first, period, scheduler)
                .onBackpressureDrop()
                .concatMap(
                        tick -> Mono.defer(work)
                                .doOnError(failure -> LOG.info("{}: {}", what, failure.toString()))
                                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, Duration.ofSeconds(10))),
                        1)
                .subscribe());
    }

    private static Mono<Void> logged(String what, Throwable failure) {
        LOG.warn("{}: {}", what, failure.toString());
        return Mono.empty();
    }

    @Override
    public void dispose() {
        all.dispose();
        scheduler.dispose();
    }
}
