package ir.parvaneh.office.page;

import ir.parvaneh.chassis.desk.Desk;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.chassis.stream.Reaction;
import ir.parvaneh.contracts.DecisionRefused;
import ir.parvaneh.contracts.FileRegistered;
import ir.parvaneh.contracts.OfficeAssigned;
import ir.parvaneh.contracts.OpenAction;
import ir.parvaneh.contracts.RepresentativeAdded;
import ir.parvaneh.contracts.RepresentativeRemoved;
import ir.parvaneh.contracts.StageEntered;
import ir.parvaneh.contracts.StageLeft;
import ir.parvaneh.contracts.VisitRecorded;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the office's page does with what the file says: gives it an office, opens and closes tasks, sends an inspector. */
public final class FollowsTheFile implements Reaction<OfficePage> {
    private static final Set<String> HELD_HERE = Set.of("office", "engineers");

    private final Offices offices;
    private final Visits visits;
    private final InstantSource clock;

    public FollowsTheFile(Offices offices, Visits visits, InstantSource clock) {
        this.offices = offices;
        this.visits = visits;
        this.clock = clock;
    }

    /** What only says whose stage it is. */
    private record Stage(String holder) {}

    @Override
    public boolean matters(Incoming event) {
        return switch (event.type()) {
            case "file-registered", "representative-added", "representative-removed", "decision-refused" -> true;
            case "stage-entered", "stage-left" ->
                HELD_HERE.contains(event.as(Stage.class).holder());
            default -> false;
        };
    }

    @Override
    public Verdict<OfficePage> apply(Page<OfficePage> page, Incoming event) {
        return switch (event.type()) {
            case "file-registered" -> Verdict.changed(page.body().about(event.as(FileRegistered.class)));
            case "representative-added" ->
                Verdict.changed(page.body()
                        .representedBy(event.as(RepresentativeAdded.class).personId()));
            case "representative-removed" ->
                Verdict.changed(page.body()
                        .noLongerBy(event.as(RepresentativeRemoved.class).personId()));
            case "stage-entered" -> entered(page, event.as(StageEntered.class));
            case "stage-left" -> left(page, event.as(StageLeft.class));
            case "decision-refused" -> refused(page, event.as(DecisionRefused.class));
            default -> Verdict.unchanged();
        };
    }

    private Verdict<OfficePage> entered(Page<OfficePage> page, StageEntered work) {
        return switch (work.holder()) {
            case "office" -> officeWork(page, work);
            case "engineers" -> Verdict.changed(page.body().with(opened(page.body(), page, work)));
            default -> Verdict.unchanged();
        };
    }

    private Verdict<OfficePage> officeWork(Page<OfficePage> page, StageEntered work) {
        Instant now = clock.instant();
        List<NewEvent> events = new ArrayList<>();
        OfficePage body = placed(page, now, events);
        body = body.with(opened(body, page, work));
        return Verdict.changed(visits.arrange(page.id(), body, work, now, page.version() + 1, events), events);
    }

    private OfficePage placed(Page<OfficePage> page, Instant now, List<NewEvent> events) {
        OfficePage body = page.body();
        if (body.officeId() != null && offices.keeps(body.officeId())) return body;
        return offices.choose(body.file().officeWish())
                .map(chosen -> {
                    events.add(
                            new NewEvent("office-assigned", new OfficeAssigned(chosen.officeId(), chosen.rule(), now)));
                    return body.officeId() == null
                            ? body.at(chosen.officeId())
                            : visits.moved(page.id(), body, chosen.officeId(), now, page.version() + 1, events);
                })
                .orElse(body);
    }

    private Desk opened(OfficePage body, Page<OfficePage> page, StageEntered work) {
        return body.desk().opened(work, clock.instant(), page.version() + 1);
    }

    private Verdict<OfficePage> left(Page<OfficePage> page, StageLeft left) {
        OfficePage body = page.body();
        if (body.desk().find(left.opening()).isEmpty()) return Verdict.unchanged();
        long version = page.version() + 1;
        List<VisitRecorded> stood = new ArrayList<>();
        presence(body, left).ifPresent(stood::add);
        visits.recorded(body, left).ifPresent(stood::add);
        OfficePage after = visits.over(body, left, version).with(body.desk().closed(left, clock.instant(), version));
        for (VisitRecorded one : stood) after = after.visited(one, version);
        return Verdict.changed(
                after,
                stood.stream().map(one -> new NewEvent("visit-recorded", one)).toList());
    }

    /** An action that asked the citizen to stand at the office is a visit in the ledger. */
    private static Optional<VisitRecorded> presence(OfficePage body, StageLeft left) {
        return body.desk()
                .find(left.opening())
                .flatMap(task -> task.action(left.action()))
                .map(OpenAction::presence)
                .map(place -> new VisitRecorded(place, body.officeId(), left.action(), false, left.decidedAt()));
    }

    private Verdict<OfficePage> refused(Page<OfficePage> page, DecisionRefused refused) {
        OfficePage body = page.body();
        if (body.desk().find(refused.opening()).isEmpty()) return Verdict.unchanged();
        return Verdict.changed(body.with(body.desk().refused(refused, clock.instant(), page.version() + 1)));
    }
}
