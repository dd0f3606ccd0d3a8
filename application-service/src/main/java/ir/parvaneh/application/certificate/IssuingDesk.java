package ir.parvaneh.application.certificate;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks twice a second of real time for papers that are due and has them issued. */
final class IssuingDesk implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IssuingDesk.class);
    private static final Duration EACH = Duration.ofMillis(500);

    private final DuePapers due;
    private volatile Disposable running;

    IssuingDesk(DuePapers due) {
        this.due = due;
    }

    @Override
    public void start() {
        running = Flux.interval(EACH)
                .onBackpressureDrop()
                .concatMap(tick -> due.sweep().onErrorResume(IssuingDesk::logged), 1)
                .subscribe();
    }

    private static Mono<Void> logged(Throwable failure) {
        LOG.warn("certificates were not issued: {}", failure.toString());
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
