package ir.parvaneh.office.visit;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.contracts.VisitAccepted;
import ir.parvaneh.contracts.VisitMoved;
import ir.parvaneh.contracts.VisitProposed;
import ir.parvaneh.iran.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Who may say what about the date of a visit: the office proposes, the citizen accepts or moves. */
public final class VisitDates {
    private final VisitPolicy policy;
    private final WorkingCalendar calendar;

    public VisitDates(VisitPolicy policy, WorkingCalendar calendar) {
        this.policy = policy;
        this.calendar = calendar;
    }

    /** The date the system proposes by itself: the next working day, or today where policy lets it. */
    public LocalDate first(LocalDate today) {
        LocalDate from = policy.proposeSameDay() ? today : today.plusDays(1);
        while (!calendar.isWorkingDay(from)) from = from.plusDays(1);
        return from;
    }

    /** A visit that was just proposed for a drawn inspector. */
    public SiteVisit propose(long opening, String inspectorId, LocalDate on, Instant now) {
        return new SiteVisit(
                opening, inspectorId, on, SiteVisit.Status.PROPOSED, 0, now.plus(policy.acceptanceAfter()), 0);
    }

    /** The office proposes another date before the citizen has agreed to one. Codes: visit-done, visit-date-impossible. */
    public VisitDecision proposeAnew(SiteVisit visit, LocalDate on, LocalDate today, Instant now) {
        if (visit.status() == SiteVisit.Status.DONE) return refused("visit-done");
        if (impossible(on, today)) return impossibleDate(on, today);
        SiteVisit proposed = visit.proposed(on, now.plus(policy.acceptanceAfter()));
        return agreed(proposed, "visit-proposed", new VisitProposed(visit.opening(), on, now));
    }

    /** The citizen accepts the proposed date. Code: visit-done. */
    public VisitDecision accept(SiteVisit visit, Instant now) {
        if (visit.status() == SiteVisit.Status.DONE) return refused("visit-done");
        return agreed(visit.accepted(), "visit-accepted", new VisitAccepted(visit.opening(), visit.visitOn(), now));
    }

    /** The citizen moves the date, twice at most [A]. Codes: visit-done, visit-moves-used-up, visit-date-impossible. */
    public VisitDecision move(SiteVisit visit, LocalDate on, LocalDate today, Instant now) {
        if (visit.status() == SiteVisit.Status.DONE) return refused("visit-done");
        if (visit.moves() >= policy.mostMoves())
            return new VisitDecision.Refused(
                    new Refusal("visit-moves-used-up", Map.of("mostMoves", policy.mostMoves())));
        if (impossible(on, today)) return impossibleDate(on, today);
        SiteVisit moved = visit.movedTo(on);
        return agreed(moved, "visit-moved", new VisitMoved(visit.opening(), on, moved.moves(), now));
    }

    private boolean impossible(LocalDate on, LocalDate today) {
        return on.isBefore(today) || on.isAfter(today.plusDays(policy.furthestDays())) || !calendar.isWorkingDay(on);
    }

    private VisitDecision impossibleDate(LocalDate on, LocalDate today) {
        return new VisitDecision.Refused(new Refusal(
                "visit-date-impossible",
                Map.of(
                        "asked", on.toString(),
                        "earliest", first(today).toString(),
                        "latest", today.plusDays(policy.furthestDays()).toString())));
    }

    private static VisitDecision agreed(SiteVisit visit, String type, Object data) {
        return new VisitDecision.Agreed(visit, new NewEvent(type, data));
    }

    private static VisitDecision refused(String code) {
        return new VisitDecision.Refused(new Refusal(code));
    }
}
