package ir.parvaneh.office.page;

import ir.parvaneh.chassis.desk.Desks;
import ir.parvaneh.chassis.desk.Task;
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
import reactor.core.publisher.Flux;

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
        return reported(id, body, work, now, version, events);
    }

    /** The file is at another office: claims of the one before end, and whoever was to go or to report is drawn there. */
    OfficePage moved(String id, OfficePage body, String office, Instant now, long version, List<NewEvent> events) {
        OfficePage there = body.at(office).with(body.desk().moved(now, version));
        for (Task task : there.desk().tasks()) {
            if (task.isWaiting()) there = arrange(id, there, task.work(), now, version, events);
        }
        return there;
    }

    /** Whoever was to go or to report and is no inspector here any more is replaced, as soon as there is another one. */
    OfficePage replaced(String id, OfficePage body, Instant now, long version, List<NewEvent> events) {
        OfficePage after = body;
        List<String> here = inspectors(body);
        for (Task task : body.desk().tasks()) {
            boolean kept = here.contains(task.assigned().get(words.inspectorRole()));
            if (task.isWaiting() && !kept && draw(id, body, task.work()).isPresent())
                after = arrange(id, after, task.work(), now, version, events);
        }
        return after;
    }

    /** Files of an office that wait for an inspector whom it does not have. */
    Flux<String> waiting(Desks<OfficePage> desks, String officeId) {
        List<String> here = offices.holding(officeId, words.inspectorRole());
        return here.isEmpty()
                ? Flux.empty()
                : desks.keptForNone(OfficePlaces.office(officeId), words.inspectorIn(), words.inspectorRole(), here);
    }

    private OfficePage drawn(
            String id, OfficePage body, StageEntered work, Instant now, long version, List<NewEvent> events) {
        return draw(id, body, work)
                .map(draw -> sent(body, work.opening(), draw, now, version, events))
                .orElseGet(() -> nobody(body, work.opening(), now, version));
    }

    /** Who visited reports; when he does not work at the office any more, one drawn in his place does. */
    private OfficePage reported(
            String id, OfficePage body, StageEntered work, Instant now, long version, List<NewEvent> events) {
        String visitor = body.visit().inspectorId();
        if (inspectors(body).contains(visitor)) return reserved(body, work.opening(), visitor, now, version);
        return draw(id, body, work)
                .map(draw -> given(body, work.opening(), draw, now, version, events))
                .orElseGet(() -> nobody(body, work.opening(), now, version));
    }

    private Optional<InspectorDraw.Drawn> draw(String id, OfficePage body, StageEntered work) {
        return InspectorDraw.draw(id + ":" + work.opening(), inspectors(body), excluded(body, work));
    }

    private List<String> inspectors(OfficePage body) {
        return offices.holding(body.officeId(), words.inspectorRole());
    }

    /** None of this office can go: whom the office before had sent does not, either. */
    private OfficePage nobody(OfficePage body, long opening, Instant now, long version) {
        boolean sent = body.visit() != null && body.visit().opening() == opening;
        return (sent ? body.with((SiteVisit) null) : body)
                .with(body.desk().unassigned(opening, words.inspectorRole(), now, version));
    }

    private OfficePage sent(
            OfficePage body, long opening, InspectorDraw.Drawn draw, Instant now, long version, List<NewEvent> events) {
        LocalDate on = dates.first(Tehran.dateOf(now));
        SiteVisit visit = dates.propose(opening, draw.inspectorId(), on, now);
        OfficePage given = given(body, opening, draw, now, version, events);
        events.add(new NewEvent("visit-proposed", new VisitProposed(opening, on, now)));
        return given.with(visit.changedAt(version));
    }

    private OfficePage given(
            OfficePage body, long opening, InspectorDraw.Drawn draw, Instant now, long version, List<NewEvent> events) {
        events.add(new NewEvent(
                "inspector-drawn", new InspectorDrawn(opening, draw.inspectorId(), draw.excluded(), draw.seed(), now)));
        return reserved(body, opening, draw.inspectorId(), now, version);
    }

    private OfficePage reserved(OfficePage body, long opening, String inspectorId, Instant now, long version) {
        return body.with(body.desk().assigned(opening, words.inspectorRole(), inspectorId, now, version));
    }

    /** Who must not go: declared conflicts, and whoever the file bars from what an inspector does there. */
    private Set<String> excluded(OfficePage body, StageEntered work) {
        Set<String> excluded =
                new HashSet<>(offices.conflicted(body.officeId(), body.file().renovationCode(), body.parties()));
        work.actions().stream()
                .filter(action -> action.signedBy().contains(words.inspectorRole()))
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
