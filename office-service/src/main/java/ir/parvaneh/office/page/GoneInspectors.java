package ir.parvaneh.office.page;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Turns;
import ir.parvaneh.chassis.desk.Desks;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.office.register.OfficeRegister;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files kept for somebody who is no inspector of their office any more are given to another one, by draw as before. */
public final class GoneInspectors {
    private final Pages<OfficePage> pages;
    private final Desks<OfficePage> desks;
    private final OfficeRegister register;
    private final Visits visits;
    private final CityClock clock;
    private final Turns turns = new Turns("the inspector", 1);

    public GoneInspectors(
            Pages<OfficePage> pages, Desks<OfficePage> desks, OfficeRegister register, Visits visits, CityClock clock) {
        this.pages = pages;
        this.desks = desks;
        this.register = register;
        this.visits = visits;
        this.clock = clock;
    }

    /** One sweep. */
    public Mono<Void> replace() {
        Flux<String> waiting = Flux.fromIterable(register.ids()).concatMap(office -> visits.waiting(desks, office));
        return turns.each(waiting, file -> file, file -> pages.change(file, Cause.clock(), this::replaced));
    }

    private Verdict<OfficePage> replaced(Page<OfficePage> page) {
        List<NewEvent> events = new ArrayList<>();
        OfficePage after = visits.replaced(page.id(), page.body(), clock.now(), page.version() + 1, events);
        return after == page.body() ? Verdict.unchanged() : Verdict.changed(after, events);
    }
}
