package ir.parvaneh.application.slip;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.application.file.Ruling;
import ir.parvaneh.application.permit.SlipAccount;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.chassis.stream.Reaction;
import ir.parvaneh.contracts.SlipChanged;
import java.util.Set;

/** A file learns from the events of its slips how the slip of its latest assessment stands. */
final class SlipsOfTheFile implements Reaction<ApplicationFile> {

    private static final Set<String> WORDS =
            Set.of("slip-issued", "slip-settled", "slip-confirmed", "slip-refunded", Overpayments.ORDERED_BACK);

    private final FileJudge judge;
    private final CityClock clock;

    SlipsOfTheFile(FileJudge judge, CityClock clock) {
        this.judge = judge;
        this.clock = clock;
    }

    /** A fine is its docket's concern and never the file's. */
    @Override
    public String pageOf(Incoming event) {
        return Slip.isOfFine(event.aggregate()) ? null : Slip.applicationOf(event.aggregate());
    }

    @Override
    public boolean matters(Incoming event) {
        return WORDS.contains(event.type());
    }

    @Override
    public Verdict<ApplicationFile> apply(Page<ApplicationFile> page, Incoming event) {
        return switch (event.type()) {
            case "slip-issued", "slip-settled", "slip-confirmed", "slip-refunded", Overpayments.ORDERED_BACK ->
                learn(page, event.as(SlipChanged.class));
            default -> Verdict.unchanged();
        };
    }

    private Verdict<ApplicationFile> learn(Page<ApplicationFile> page, SlipChanged told) {
        if (!page.body().exists() || isOlder(page.body(), told)) {
            return Verdict.unchanged();
        }
        return switch (judge.learn(page, SlipAccount.KIND, account(told), clock.now())) {
            case Ruling.Moved(var file, var events) -> Verdict.changed(file, events);
            case Ruling.Refused refused -> Verdict.unchanged();
        };
    }

    /** Told of a slip whose place another has taken, or what is known already. */
    private static boolean isOlder(ApplicationFile file, SlipChanged told) {
        return file.process()
                .latest(SlipAccount.KIND, SlipAccount.class)
                .filter(known -> known.assessment() > told.assessment() || known.equals(account(told)))
                .isPresent();
    }

    private static SlipAccount account(SlipChanged told) {
        return new SlipAccount(
                told.slipId(),
                told.assessment(),
                told.totalRials(),
                told.creditRials(),
                told.confirmedRials(),
                told.settled(),
                told.how(),
                told.reference());
    }
}
