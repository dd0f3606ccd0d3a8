package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.contracts.CommissionDecided;
import ir.parvaneh.contracts.CommissionVote;
import ir.parvaneh.contracts.DocketClosed;
import ir.parvaneh.contracts.DocketOpened;
import ir.parvaneh.contracts.FineDemanded;
import ir.parvaneh.district.commission.CommissionEvidence.Decision;
import ir.parvaneh.district.page.DocketNumber;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.iran.WorkingCalendar;
import ir.parvaneh.process.Attempt;
import ir.parvaneh.process.Calendar;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.Judge;
import ir.parvaneh.process.ProcessEvent;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.ProcessTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The only judge of a docket: asks the kernel and says what follows for the page. Pure; now is an argument. */
final class DocketJudge {
    private static final String DEMAND = "demand-fine";

    private final Article100 article;
    private final Calendar calendar;

    DocketJudge(Article100 article, WorkingCalendar days) {
        this.article = article;
        this.calendar = (from, term) -> days.dueAt(from, ir.parvaneh.iran.Term.parse(term.toString()));
    }

    /** What the judge says. */
    sealed interface Ruling {}

    /** The docket after the move, and what is told about it. */
    record Moved(Docket docket, List<NewEvent> events) implements Ruling {
        Moved {
            events = List.copyOf(events);
        }
    }

    record Refused(ir.parvaneh.process.Decision.Refused why) implements Ruling {}

    ProcessTable tableOf(Docket docket) {
        return article.tables().of(docket.process());
    }

    /** Opens a docket on a blank page; what was referred is told before its first stage is entered. */
    Moved open(Page<Docket> page, DocketFacts facts, Instant now) {
        long opened = page.number() + 1;
        var begun = Judge.start(article.current(), now, calendar, opened);
        Docket docket = page.body().opened(facts, begun.applyTo(null, opened));
        List<NewEvent> events = new ArrayList<>(List.of(new NewEvent("docket-opened", told(facts))));
        events.addAll(told(begun.events()));
        return new Moved(docket.touched(page.version() + 1, now), events);
    }

    /** Judges an attempt on a docket that exists. The kernel's events come first: openings are numbers. */
    Ruling judge(Page<Docket> page, Attempt attempt, Instant now) {
        ProcessFile before = page.body().process();
        return switch (Judge.decide(tableOf(page.body()), before, attempt, now, calendar, page.number())) {
            case ir.parvaneh.process.Decision.Refused refused -> new Refused(refused);
            case ir.parvaneh.process.Decision.Accepted accepted -> {
                Docket after = page.body().moved(accepted.applyTo(before, page.number()));
                List<NewEvent> events = new ArrayList<>(told(accepted.events()));
                decided(page.body(), after).ifPresent(events::add);
                demanded(accepted.events(), after, now).ifPresent(events::add);
                closed(after, now).ifPresent(events::add);
                Docket settled =
                        after.inHearing() ? after : after.with(after.sitting().over());
                yield new Moved(settled.touched(page.version() + 1, now), events);
            }
        };
    }

    /** Has the docket learn a fact from beside its process; one that has ended learns nothing. */
    Ruling learn(Page<Docket> page, String kind, Evidence fact, Instant now) {
        ProcessFile before = page.body().process();
        return switch (Judge.learn(tableOf(page.body()), before, kind, fact, now)) {
            case ir.parvaneh.process.Decision.Refused refused -> new Refused(refused);
            case ir.parvaneh.process.Decision.Accepted accepted ->
                new Moved(page.body().moved(accepted.applyTo(before, page.number())), told(accepted.events()));
        };
    }

    private static List<NewEvent> told(List<ProcessEvent> events) {
        return events.stream().map(event -> new NewEvent(event.type(), event)).toList();
    }

    private static DocketOpened told(DocketFacts facts) {
        return new DocketOpened(
                facts.applicationId(),
                facts.ownerId(),
                facts.renovationCode(),
                facts.districtNo(),
                facts.referredBy(),
                facts.reportedBy(),
                facts.referredOn(),
                facts.stoppedOn(),
                facts.late(),
                facts.form().digest(),
                facts.items(),
                facts.opening());
    }

    private static Optional<NewEvent> decided(Docket before, Docket after) {
        for (String kind : List.of(Article100Guards.FIRST, Article100Guards.REVIEW)) {
            if (after.process().numberOf(kind) > before.process().numberOf(kind)) {
                Decision decision = after.process().latest(kind, Decision.class).orElseThrow();
                return Optional.of(new NewEvent("commission-decided", told(after, kind, decision)));
            }
        }
        return Optional.empty();
    }

    private static CommissionDecided told(Docket docket, String kind, Decision decision) {
        return new CommissionDecided(
                docket.facts().applicationId(),
                kind.equals(Article100Guards.FIRST) ? "first" : "review",
                decision.outcome().wire(),
                decision.ground() == null ? null : decision.ground().wire(),
                decision.periodDays(),
                decision.fineRials(),
                decision.violatedOn(),
                decision.decidedOn(),
                decision.votes().stream()
                        .map(vote -> new CommissionVote(vote.seat().wire(), vote.personId(), vote.agrees()))
                        .toList(),
                decision.minutes().digest());
    }

    /** Told where the table has the fine paid on a slip; older editions take the owner's word. */
    private Optional<NewEvent> demanded(List<ProcessEvent> events, Docket after, Instant now) {
        boolean demanded = events.stream()
                .anyMatch(event -> event instanceof ProcessEvent.StageLeft left
                        && left.action().equals(DEMAND));
        return Article100Guards.inForce(after.process())
                .filter(decision -> demanded && isPaidOnSlip(after))
                .map(decision -> new NewEvent("fine-demanded", told(after, decision, Tehran.dateOf(now))));
    }

    private boolean isPaidOnSlip(Docket after) {
        return tableOf(after).actionsOf(after.process().main()).stream()
                .anyMatch(action -> action.provided().contains(Article100Guards.PAID));
    }

    private static FineDemanded told(Docket docket, Decision decision, LocalDate today) {
        return new FineDemanded(
                docket.facts().applicationId(),
                DocketNumber.of(docket.id()),
                docket.facts().districtNo(),
                decision.fineRials(),
                decision.decidedOn(),
                today);
    }

    private static Optional<NewEvent> closed(Docket after, Instant now) {
        if (!after.process().hasEnded()) {
            return Optional.empty();
        }
        var told = new DocketClosed(
                after.facts().applicationId(), after.stage(), ruling(after.process()), Tehran.dateOf(now));
        return Optional.of(new NewEvent("docket-closed", told));
    }

    private static DocketClosed.Ruling ruling(ProcessFile process) {
        return Article100Guards.inForce(process)
                .map(decision -> new DocketClosed.Ruling(
                        decision.outcome().wire(),
                        decision.fineRials(),
                        decision.decidedOn(),
                        decision.votes().getFirst().personId(),
                        decision.minutes().digest(),
                        decision.minutes().pages()))
                .orElse(null);
    }
}
