package ir.parvaneh.application.desks;

import ir.parvaneh.application.fee.OfficeCharges;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.chassis.stream.Reaction;
import ir.parvaneh.contracts.OfficeAssigned;
import ir.parvaneh.contracts.TaskDecided;

/** Reads the pages of offices and districts into the file: which office has it, and what its desks decided. */
public final class DeskReaction implements Reaction<ApplicationFile> {

    private final Verdicts verdicts;
    private final OverchargeWatch watch;
    private final CityClock clock;

    public DeskReaction(Verdicts verdicts, OfficeCharges charges, CityClock clock) {
        this.verdicts = verdicts;
        this.watch = new OverchargeWatch(charges);
        this.clock = clock;
    }

    @Override
    public boolean matters(Incoming event) {
        return event.type().equals("task-decided") || event.type().equals("office-assigned");
    }

    @Override
    public Verdict<ApplicationFile> apply(Page<ApplicationFile> page, Incoming event) {
        if (!page.body().exists()) {
            return Verdict.unchanged();
        }
        return switch (event.type()) {
            case "task-decided" ->
                watch.over(verdicts.on(page, event.source(), event.as(TaskDecided.class), clock.now()));
            case "office-assigned" -> assigned(page, event.as(OfficeAssigned.class));
            default -> Verdict.unchanged();
        };
    }

    private Verdict<ApplicationFile> assigned(Page<ApplicationFile> page, OfficeAssigned assigned) {
        return assigned.officeId().equals(page.body().officeId())
                ? Verdict.unchanged()
                : Verdict.changed(page.body().at(assigned.officeId()).touched(page.version() + 1, clock.now()));
    }
}
