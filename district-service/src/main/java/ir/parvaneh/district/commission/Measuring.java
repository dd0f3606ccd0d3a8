package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Required;
import ir.parvaneh.contracts.Violation;
import ir.parvaneh.contracts.ViolationMeasured;
import ir.parvaneh.district.commission.Sittings.Asked;
import java.util.List;

/**
 * The district's expert says what a violation form leaves open: measures, the use, the day, key money. Until the first
 * decision, and again in review: its bench may fine what the first one had removed and nobody measured. A fine is
 * reckoned from it, so what was drafted before is void.
 */
final class Measuring {
    private static final String EXPERT = "district-expert";

    private Measuring() {}

    /** The body: every item of the docket anew. */
    record Measures(List<Referral.Item> items) {
        Measures {
            Required.of("items", items);
            items = List.copyOf(items);
        }
    }

    /** Codes: not-found, forbidden, stale-version, decided-already, and those of a referral's items. */
    static Verdict<Docket> measure(Asked asked, Measures given) {
        Docket docket = asked.docket();
        if (!DocketSight.sees(asked.caller(), docket)) {
            return Verdict.refused(new Refusal("not-found"));
        }
        if (!DocketSight.actor(asked.caller(), docket).roles().contains(EXPERT)) {
            return Verdict.refused(new Refusal("forbidden"));
        }
        if (asked.stale().isPresent()) {
            return Verdict.refused(asked.stale().get());
        }
        if (docket.process().hasEnded() || docket.isDecided() && !docket.inReview()) {
            return Verdict.refused(new Refusal("decided-already"));
        }
        return Referring.fault(given.items(), asked.today())
                .<Verdict<Docket>>map(Verdict::refused)
                .orElseGet(() -> measured(asked, given));
    }

    private static Verdict<Docket> measured(Asked asked, Measures given) {
        List<Violation> items = given.items().stream().map(Referral.Item::told).toList();
        long version = asked.page().version() + 1;
        Docket after = asked.docket()
                .with(asked.docket().facts().measured(items))
                .with(asked.docket().sitting().drafted(null))
                .touched(version, asked.now());
        var told = new ViolationMeasured(items, asked.caller().personId(), asked.now());
        return Verdict.changed(after, List.of(new NewEvent("violation-measured", told)), 200, version);
    }
}
