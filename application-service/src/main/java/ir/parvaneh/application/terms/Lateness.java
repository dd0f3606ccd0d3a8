package ir.parvaneh.application.terms;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.application.file.Ruling;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.process.Attempt;
import ir.parvaneh.process.ClockLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the clock does to one file: each open stage whose term and grace are over is reported to the judge, who follows
 * the late rule of the table.
 */
final class Lateness {

    private final FileJudge judge;
    private final Duration grace;

    Lateness(FileJudge judge, Duration grace) {
        this.judge = judge;
        this.grace = grace;
    }

    /** Stages due before this instant are late at now. */
    Instant dueBefore(Instant now) {
        return now.minus(grace);
    }

    Verdict<ApplicationFile> speak(Page<ApplicationFile> page, Instant now) {
        Page<ApplicationFile> current = page;
        List<NewEvent> told = new ArrayList<>();
        for (long opening : page.body().exists() ? overdue(page, now) : List.<Long>of()) {
            if (judge.judge(current, Attempt.late(opening, now), now) instanceof Ruling.Moved moved) {
                told.addAll(moved.events());
                current = after(current, moved);
            }
        }
        return told.isEmpty() ? Verdict.unchanged() : Verdict.changed(current.body(), told);
    }

    private List<Long> overdue(Page<ApplicationFile> page, Instant now) {
        return ClockLedger.overdue(page.body().process(), dueBefore(now));
    }

    private static Page<ApplicationFile> after(Page<ApplicationFile> page, Ruling.Moved moved) {
        return new Page<>(
                page.id(), page.version(), page.number() + moved.events().size(), moved.file());
    }
}
