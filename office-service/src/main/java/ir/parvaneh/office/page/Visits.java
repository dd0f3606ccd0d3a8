package ir.parvaneh.office.page;

import ir.parvaneh.chassis.desk.Desk;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.contracts.InspectorDrawn;
import ir.parvaneh.contracts.StageEntered;
import ir.parvaneh.contracts.StageLeft;
import ir.parvaneh.contracts.VisitProposed;
import ir.parvaneh.contracts.VisitRecorded;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.office.visit.InspectorDraw;
import ir.parvaneh.office.visit.SiteVisit;
import ir.parvaneh.office.visit.VisitDates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sends an inspector when a stage asks for a visit, and notes that the visit took place. */
public final class Visits {
    private final VisitWords words;
    private final VisitDates dates;
    private final Offices offices;

    public Visits(VisitWords words, VisitDates dates, Offices offices) {
        this.words = words;
        this.dates = dates;
        this.offices = offices;
    }

    OfficePage arrange(
            String id, OfficePage body, StageEntered work, Instant now, long version, List<NewEvent> events) {
        if (work.stage().equals(words.scheduledIn())) return drawn(id, body, work, now, version, events);
        if (!words.inspectorIn().contains(work.stage()) || body.visit() == null) return body;
        return body.with(reserved(body, work.opening(), body.visit().inspectorId(), now, version));
    }

    private OfficePage drawn(
            String id, OfficePage body, StageEntered work, Instant now, long version, List<NewEvent> events) {
        List<String> inspectors = offices.holding(body.officeId(), words.inspectorRole());
        return InspectorDraw.draw(id + ":" + work.opening(), inspectors, excluded(body, work))
                .map(draw -> sent(body, work.opening(), draw, now, version, events))
                .orElse(body);
    }

    private OfficePage sent(
            OfficePage body, long opening, InspectorDraw.Drawn draw, Instant now, long version, List<NewEvent> events) {
        LocalDate on = dates.first(Tehran.dateOf(now));
        SiteVisit visit = dates.propose(opening, draw.inspectorId(), on, now);
        events.add(new NewEvent(
                "inspector-drawn", new InspectorDrawn(opening, draw.inspectorId(), draw.excluded(), draw.seed(), now)));
        events.add(new NewEvent("visit-proposed", new VisitProposed(opening, on, now)));
        return body.with(visit.changedAt(version)).with(reserved(body, opening, draw.inspectorId(), now, version));
    }

    private Desk reserved(OfficePage body, long opening, String inspectorId, Instant now, long version) {
        return body.desk().assigned(opening, words.inspectorRole(), inspectorId, now, version);
    }

    /** Who must not visit: declared conflicts, and whoever the file bars from recording the visit. */
    private Set<String> excluded(OfficePage body, StageEntered work) {
        Set<String> excluded =
                new HashSet<>(offices.conflicted(body.officeId(), body.file().renovationCode(), body.parties()));
        work.actions().stream()
                .filter(action -> action.name().equals(words.recordedBy()))
                .forEach(action -> excluded.addAll(action.barred()));
        return excluded;
    }

    /** The visit to the plot, when that is what the action recorded. */
    Optional<VisitRecorded> recorded(OfficePage body, StageLeft left) {
        return tookPlace(body, left)
                ? Optional.of(new VisitRecorded("plot", body.officeId(), left.action(), false, left.decidedAt()))
                : Optional.empty();
    }

    OfficePage over(OfficePage body, StageLeft left, long version) {
        return tookPlace(body, left) ? body.with(body.visit().done().changedAt(version)) : body;
    }

    /** The visit cannot be recorded before its date is agreed. Code: visit-not-accepted. */
    public Optional<Refusal> hindrance(Page<OfficePage> page, long opening, String action, Instant now) {
        SiteVisit visit = page.body().visit();
        boolean early = action.equals(words.recordedBy())
                && (visit == null || visit.opening() != opening || !visit.agreed(now));
        return early ? Optional.of(new Refusal("visit-not-accepted")) : Optional.empty();
    }

    private boolean tookPlace(OfficePage body, StageLeft left) {
        return body.visit() != null && left.action().equals(words.recordedBy());
    }
}
