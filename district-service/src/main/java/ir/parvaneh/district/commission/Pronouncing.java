package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.district.commission.CommissionEvidence.Decision;
import ir.parvaneh.district.commission.CommissionEvidence.Vote;
import ir.parvaneh.district.commission.Sittings.Asked;
import ir.parvaneh.process.Attempt;
import ir.parvaneh.process.Signature;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The presiding judge pronounces what was drafted and voted on. The votes are the signatures of the decision, dissent
 * included, so that the kernel's separation keeps everybody who signed out of the review.
 */
final class Pronouncing {
    private final CommissionPolicy policy;

    Pronouncing(CommissionPolicy policy) {
        this.policy = policy;
    }

    /** Codes: forbidden, bench-incomplete, nothing-to-vote-on, votes-missing. */
    Optional<Refusal> refusal(Asked asked) {
        Sitting sitting = asked.docket().sitting();
        boolean presides = DocketSight.sits(asked.caller(), asked.docket())
                && sitting.seatOf(asked.caller().personId()).equals(Optional.of(Seat.JUDGE));
        if (!presides) {
            return Optional.of(new Refusal("forbidden"));
        }
        if (sitting.bench().size() < Seat.values().length) {
            return Optional.of(new Refusal("bench-incomplete"));
        }
        if (sitting.draft() == null) {
            return Optional.of(new Refusal("nothing-to-vote-on"));
        }
        List<String> missing = sitting.missing().stream().map(Seat::wire).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal("votes-missing", Map.of("missing", missing)));
    }

    Attempt attempt(Asked asked, String action, long opening) {
        List<Vote> votes = asked.docket().sitting().votes().stream()
                .sorted(Comparator.comparing(Vote::seat))
                .toList();
        List<Signature> signatures = votes.stream()
                .map(vote -> new Signature(vote.personId(), vote.seat().role()))
                .toList();
        return Attempt.of(action, opening, DocketSight.actor(asked.caller(), asked.docket()), asked.now())
                .signed(signatures)
                .with(decision(asked, votes));
    }

    private Decision decision(Asked asked, List<Vote> votes) {
        Docket docket = asked.docket();
        Sitting sitting = docket.sitting();
        Sitting.Draft draft = sitting.draft();
        return new Decision(
                draft.outcome(),
                draft.ground(),
                draft.periodDays(),
                draft.lines(),
                draft.fineRials(),
                policy.valuedOnViolation() ? "violation" : "decision",
                docket.facts().violatedOn(),
                asked.today(),
                sitting.heldOn(),
                sitting.reportedOn(),
                draft.minutes(),
                sitting.bench(),
                votes,
                docket.barred());
    }
}
