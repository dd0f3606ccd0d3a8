package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.chassis.stream.Reaction;
import ir.parvaneh.contracts.SlipChanged;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.district.commission.CommissionEvidence.FineAccount;
import java.util.Set;

/** A docket learns from the events of its fine's slip how much of the fine is confirmed. Other slips concern no docket. */
final class SlipOfTheFine implements Reaction<Docket> {
    private static final Set<String> WORDS = Set.of("slip-issued", "slip-settled", "slip-confirmed", "slip-refunded");

    private final DocketJudge judge;
    private final CityClock clock;

    SlipOfTheFine(DocketJudge judge, CityClock clock) {
        this.judge = judge;
        this.clock = clock;
    }

    @Override
    public String pageOf(Incoming event) {
        String slip = event.aggregate();
        return slip.endsWith(Sources.FINE_SLIP) ? slip.substring(0, slip.length() - Sources.FINE_SLIP.length()) : null;
    }

    @Override
    public boolean matters(Incoming event) {
        return WORDS.contains(event.type());
    }

    @Override
    public Verdict<Docket> apply(Page<Docket> page, Incoming event) {
        return page.body().exists() && matters(event)
                ? learned(page, event.as(SlipChanged.class))
                : Verdict.unchanged();
    }

    /** What is learned is no visible change: whoever is about to act on the docket is not overtaken. */
    private Verdict<Docket> learned(Page<Docket> page, SlipChanged told) {
        var account = new FineAccount(told.slipId(), told.totalRials(), told.confirmedRials(), told.reference());
        return switch (judge.learn(page, FineAccount.KIND, account, clock.now())) {
            case DocketJudge.Moved(var docket, var events) -> Verdict.changed(docket, events);
            case DocketJudge.Refused refused -> Verdict.unchanged();
        };
    }
}
