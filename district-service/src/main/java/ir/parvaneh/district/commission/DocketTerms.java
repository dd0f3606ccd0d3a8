package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.process.Attempt;
import ir.parvaneh.process.ClockLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the clock does to one docket: when term and grace are over, the judge is told, who follows the late rule. */
final class DocketTerms {
    private final DocketJudge judge;
    private final Duration grace;

    DocketTerms(DocketJudge judge, Duration grace) {
        this.judge = judge;
        this.grace = grace;
    }

    /** Stages due before this instant are late at now. */
    Instant dueBefore(Instant now) {
        return now.minus(grace);
    }

    Verdict<Docket> speak(Page<Docket> page, Instant now) {
        List<Long> overdue =
                page.body().exists() ? ClockLedger.overdue(page.body().process(), dueBefore(now)) : List.of();
        if (overdue.isEmpty()) {
            return Verdict.unchanged();
        }
        return switch (judge.judge(page, Attempt.late(overdue.getFirst(), now), now)) {
            case DocketJudge.Moved(var docket, var events) -> Verdict.changed(docket, events);
            case DocketJudge.Refused refused -> Verdict.unchanged();
        };
    }
}
