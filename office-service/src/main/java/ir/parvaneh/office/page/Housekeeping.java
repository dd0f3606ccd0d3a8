package ir.parvaneh.office.page;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.desk.Desks;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.OfficeAssigned;
import ir.parvaneh.office.register.OfficeLoad;
import ir.parvaneh.office.register.OfficeRegister;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What an office service does by itself every few seconds: reads the register again, lets old claims lapse, and empties offices that
 * are closing until it finds nothing.
 */
public final class Housekeeping implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration EACH = Duration.ofSeconds(5);
    private static final int SWEEP = 200;

    private final Desks<OfficePage> desks;
    private final Pages<OfficePage> pages;
    private final OfficeRegister register;
    private final OfficeLoad load;
    private final Offices offices;
    private final CityClock clock;
    private final Duration lapsesAfter;
    private Disposable running;

    public Housekeeping(
            Desks<OfficePage> desks,
            Pages<OfficePage> pages,
            OfficeRegister register,
            OfficeLoad load,
            Offices offices,
            CityClock clock,
            Duration lapsesAfter) {
        this.desks = desks;
        this.pages = pages;
        this.register = register;
        this.load = load;
        this.offices = offices;
        this.clock = clock;
        this.lapsesAfter = lapsesAfter;
    }

    @Override
    public synchronized void start() {
        running = Flux.interval(EACH)
                .onBackpressureDrop()
                .concatMap(
                        tick -> round().onErrorResume(failure -> {
                            LOG.warn("a round of housekeeping failed and is tried again: {}", failure.toString());
                            return Mono.empty();
                        }),
                        1)
                .subscribe();
    }

    private Mono<Void> round() {
        return register.refresh().then(desks.lapse(lapsesAfter)).then(emptyClosing());
    }

    Mono<Void> emptyClosing() {
        return Flux.fromIterable(register.closing())
                .concatMap(office -> pages.query(Filters.eq("officeId", office), Sorts.ascending("_id"), SWEEP))
                .concatMap(page -> pages.change(page.id(), Cause.clock(), this::moved))
                .then();
    }

    private Verdict<OfficePage> moved(Page<OfficePage> page) {
        OfficePage body = page.body();
        if (body.officeId() == null || offices.keeps(body.officeId())) return Verdict.unchanged();
        return offices.choose(null)
                .<Verdict<OfficePage>>map(chosen -> Verdict.changed(
                        body.at(chosen.officeId()).with(body.desk().moved(clock.now(), page.version() + 1)),
                        new NewEvent(
                                "office-assigned", new OfficeAssigned(chosen.officeId(), chosen.rule(), clock.now()))))
                .orElseGet(Verdict::unchanged);
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
