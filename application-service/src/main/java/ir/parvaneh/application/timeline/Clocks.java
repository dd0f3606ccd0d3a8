package ir.parvaneh.application.timeline;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.application.file.FileViews;
import ir.parvaneh.application.file.TermCalendar;
import ir.parvaneh.application.timeline.ClockView.Held;
import ir.parvaneh.application.timeline.ClockView.Legal;
import ir.parvaneh.application.timeline.ClockView.Stretch;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.process.ClockLedger;
import ir.parvaneh.process.ClockLedger.LegalTime;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.ProcessFile.Segment;
import ir.parvaneh.process.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Computes the clock of a file from its ledger, the calendar and now; nothing of it is stored. */
final class Clocks {

    private final FileViews views;
    private final FileJudge judge;
    private final TermCalendar calendar;

    Clocks(FileViews views, FileJudge judge, TermCalendar calendar) {
        this.views = views;
        this.judge = judge;
        this.calendar = calendar;
    }

    ClockView at(ApplicationFile file, Instant now) {
        ProcessFile process = file.process();
        List<Segment> charged = ClockLedger.charged(process, now);
        boolean late = process.open().stream()
                .anyMatch(open -> open.dueAt() != null && open.dueAt().isBefore(now));
        return new ClockView(
                now,
                holders(charged),
                charged.stream().map(Clocks::stretch).toList(),
                process.trackLedger().stream().map(Clocks::stretch).toList(),
                views.promisedOn(file),
                ClockLedger.legalTimes(judge.tableOf(file), process, calendar).stream()
                        .map(one -> legal(one, now))
                        .toList(),
                late);
    }

    private static Legal legal(LegalTime one, Instant now) {
        Wording title = one.clock().title();
        Instant until = one.endedAt() == null ? now : one.endedAt();
        return new Legal(
                one.clock().name(),
                new Titles(title.fa(), title.en()),
                one.clock().basis(),
                one.from(),
                one.dueAt(),
                one.endedAt(),
                until.isAfter(one.dueAt()));
    }

    private Map<String, Held> holders(List<Segment> charged) {
        Map<String, Duration> all = new TreeMap<>();
        Map<String, Duration> worked = new TreeMap<>();
        for (Segment segment : charged) {
            String holder = segment.holder().wire();
            all.merge(holder, Duration.between(segment.from(), segment.to()), Duration::plus);
            worked.merge(holder, calendar.workingTime(segment.from(), segment.to()), Duration::plus);
        }
        Map<String, Held> holders = new TreeMap<>();
        all.forEach((holder, time) ->
                holders.put(holder, new Held(time.toDays(), worked.get(holder).toDays(), time.toMillis())));
        return holders;
    }

    private static Stretch stretch(Segment segment) {
        return new Stretch(
                segment.opening(),
                segment.stage(),
                segment.track(),
                segment.holder().wire(),
                segment.from(),
                segment.to(),
                segment.due());
    }
}
