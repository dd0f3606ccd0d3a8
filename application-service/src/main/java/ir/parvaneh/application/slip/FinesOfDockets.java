package ir.parvaneh.application.slip;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.chassis.stream.Reaction;
import ir.parvaneh.contracts.FineDemanded;

/** The slip of a fine reads its docket: when the fine is demanded it is calculated, and a round issues it. */
final class FinesOfDockets implements Reaction<Slip> {

    private static final String DEMANDED = "fine-demanded";

    private final CityClock clock;

    FinesOfDockets(CityClock clock) {
        this.clock = clock;
    }

    @Override
    public String pageOf(Incoming event) {
        return Slip.idOfFine(event.aggregate());
    }

    @Override
    public boolean matters(Incoming event) {
        return event.type().equals(DEMANDED);
    }

    @Override
    public Verdict<Slip> apply(Page<Slip> page, Incoming event) {
        if (!event.type().equals(DEMANDED)) {
            return Verdict.unchanged();
        }
        var fine = event.as(FineDemanded.class);
        return FineDecisions.calculate(page, event.aggregate(), event.number(), fine, clock.now());
    }
}
