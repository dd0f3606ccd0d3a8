package ir.parvaneh.district;

import ir.parvaneh.chassis.desk.Desks;
import ir.parvaneh.district.page.DistrictPage;
import ir.parvaneh.district.visits.StoodTwice;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the service does by itself now and then: lets old claims lapse, and tells of citizens who stood twice. */
final class Housekeeping implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration CLAIMS = Duration.ofSeconds(15);
    private static final Duration TWICE = Duration.ofSeconds(2);

    private final Mono<Long> lapses;
    private final Mono<Long> twice;
    private Disposable running;

    Housekeeping(Desks<DistrictPage> desks, Duration lapsesAfter, StoodTwice stood) {
        this.lapses = Mono.defer(() -> desks.lapse(lapsesAfter));
        this.twice = Mono.defer(stood::sweep);
    }

    @Override
    public synchronized void start() {
        running = Disposables.composite(
                each(CLAIMS, "lapsing claims", lapses), each(TWICE, "visits at both places", twice));
    }

    private static Disposable each(Duration period, String name, Mono<Long> round) {
        Mono<Long> safe = round.onErrorResume(failure -> {
            LOG.warn("{}: failed and is tried again: {}", name, failure.toString());
            return Mono.empty();
        });
        return Flux.interval(period)
                .onBackpressureDrop()
                .concatMap(tick -> safe, 1)
                .subscribe();
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
