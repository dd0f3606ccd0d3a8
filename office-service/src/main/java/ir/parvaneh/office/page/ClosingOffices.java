package ir.parvaneh.office.page;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Turns;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.OfficeAssigned;
import ir.parvaneh.office.register.OfficeChoice;
import ir.parvaneh.office.register.OfficeRegister;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Offices that are closing are emptied, again and again until nothing is found there. */
public final class ClosingOffices {
    private static final int SWEEP = 200;

    private final Pages<OfficePage> pages;
    private final OfficeRegister register;
    private final Offices offices;
    private final Visits visits;
    private final CityClock clock;
    private final Turns turns = new Turns("the other office", 1);

    public ClosingOffices(
            Pages<OfficePage> pages, OfficeRegister register, Offices offices, Visits visits, CityClock clock) {
        this.pages = pages;
        this.register = register;
        this.offices = offices;
        this.visits = visits;
        this.clock = clock;
    }

    /** One sweep. */
    public Mono<Void> empty() {
        Flux<Page<OfficePage>> there = Flux.fromIterable(register.closing())
                .concatMap(office -> pages.query(Filters.eq("officeId", office), Sorts.ascending("_id"), SWEEP));
        return turns.each(there, Page::id, page -> pages.change(page.id(), Cause.clock(), this::moved));
    }

    private Verdict<OfficePage> moved(Page<OfficePage> page) {
        OfficePage body = page.body();
        if (body.officeId() == null || offices.keeps(body.officeId())) return Verdict.unchanged();
        return offices.choose(null).map(chosen -> moved(page, chosen)).orElseGet(Verdict::unchanged);
    }

    private Verdict<OfficePage> moved(Page<OfficePage> page, OfficeChoice.Chosen to) {
        Instant now = clock.now();
        List<NewEvent> events = new ArrayList<>();
        events.add(new NewEvent("office-assigned", new OfficeAssigned(to.officeId(), to.rule(), now)));
        OfficePage there = visits.moved(page.id(), page.body(), to.officeId(), now, page.version() + 1, events);
        return Verdict.changed(there, events);
    }
}
