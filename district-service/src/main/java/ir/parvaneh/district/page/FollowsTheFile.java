package ir.parvaneh.district.page;

import ir.parvaneh.chassis.desk.Desk;
import ir.parvaneh.chassis.desk.Task;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.chassis.stream.Reaction;
import ir.parvaneh.contracts.DecisionRefused;
import ir.parvaneh.contracts.FileRegistered;
import ir.parvaneh.contracts.RepresentativeAdded;
import ir.parvaneh.contracts.RepresentativeRemoved;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.StageEntered;
import ir.parvaneh.contracts.StageLeft;
import ir.parvaneh.contracts.VisitRecorded;
import ir.parvaneh.iran.Tehran;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the district's page does with what the file says: opens tasks for whoever holds it here, and closes them. A docket
 * of article 100 that was referred from the file answers it when it is closed.
 */
public final class FollowsTheFile implements Reaction<DistrictPage> {
    /** The stage in which works stand still. */
    private static final String STOPPED = "stop-work";

    private final InstantSource clock;

    public FollowsTheFile(InstantSource clock) {
        this.clock = clock;
    }

    /** The id of a docket begins with its application's and a dot. */
    @Override
    public String pageOf(Incoming event) {
        String id = event.aggregate();
        return event.source().equals(Sources.DOCKETS) ? id.substring(0, id.lastIndexOf('.')) : id;
    }

    /**
     * What is only noted beside (what the building is for, who left a stage that others hold) need not be there before the
     * next thing that matters: it is read with it.
     */
    @Override
    public boolean matters(Incoming event) {
        return switch (event.type()) {
            case "file-registered",
                    "decision-refused",
                    "docket-opened",
                    "docket-closed",
                    "representative-added",
                    "representative-removed" -> true;
            case "stage-entered", "stage-left" ->
                DistrictPlaces.isHere(event.as(Stage.class).holder());
            default -> false;
        };
    }

    @Override
    public Verdict<DistrictPage> apply(Page<DistrictPage> page, Incoming event) {
        return event.source().equals(Sources.DOCKETS) ? ofDocket(page, event) : ofFile(page, event);
    }

    private Verdict<DistrictPage> ofDocket(Page<DistrictPage> page, Incoming event) {
        return switch (event.type()) {
            case "docket-opened" -> Verdict.changed(AnswersTheReferral.opened(page.body(), event));
            case "docket-closed" -> AnswersTheReferral.on(page, event, clock.instant());
            default -> Verdict.unchanged();
        };
    }

    private Verdict<DistrictPage> ofFile(Page<DistrictPage> page, Incoming event) {
        return switch (event.type()) {
            case "begun" -> noted(page, page.body().usedAs(usage(event)));
            case "file-registered" -> Verdict.changed(page.body().about(event.as(FileRegistered.class)));
            case "representative-added" ->
                Verdict.changed(page.body()
                        .representedBy(event.as(RepresentativeAdded.class).personId()));
            case "representative-removed" ->
                Verdict.changed(page.body()
                        .noLongerBy(event.as(RepresentativeRemoved.class).personId()));
            case "stage-entered" -> entered(page, event);
            case "stage-left" -> left(page, event);
            case "decision-refused" -> refused(page, event);
            default -> Verdict.unchanged();
        };
    }

    /** What only says whose stage it is and when; the rest is read when the stage is held here. */
    private record Stage(long opening, String holder) {}

    private Verdict<DistrictPage> entered(Page<DistrictPage> page, Incoming event) {
        if (!DistrictPlaces.isHere(event.as(Stage.class).holder())) {
            return Verdict.unchanged();
        }
        Desk desk = page.body().desk().opened(event.as(StageEntered.class), clock.instant(), page.version() + 1);
        return AnswersTheReferral.given(page, page.body().with(desk), clock.instant());
    }

    /** What the file's beginning, or the evidence of an action, says the building is for; null when it does not. */
    private static String usage(Incoming event) {
        return event.as(JsonNode.class).at("/evidence/content/usage").asString(null);
    }

    private static Verdict<DistrictPage> noted(Page<DistrictPage> page, DistrictPage after) {
        return after == page.body() ? Verdict.unchanged() : Verdict.changed(after);
    }

    private Verdict<DistrictPage> left(Page<DistrictPage> page, Incoming event) {
        StageLeft left = event.as(StageLeft.class);
        DistrictPage told = page.body().usedAs(usage(event));
        Task task = told.desk().find(left.opening()).orElse(null);
        if (task == null) {
            return noted(page, told.leftBy(left.preparedBy()));
        }
        DistrictPage closed = told.with(told.desk().closed(left, clock.instant(), page.version() + 1));
        DistrictPage after =
                ViolationForm.in(left, stoppedOn(task)).map(closed::with).orElse(closed);
        return Verdict.changed(after.leftBy(left.preparedBy()), stood(page.body(), task, left));
    }

    private static LocalDate stoppedOn(Task task) {
        return task.stage().equals(STOPPED) ? Tehran.dateOf(task.work().enteredAt()) : null;
    }

    /** An action that asked the citizen to stand at the district is a visit; the linter lets few processes have one. */
    private static List<NewEvent> stood(DistrictPage page, Task task, StageLeft left) {
        boolean present = task.action(left.action())
                .map(action -> "district".equals(action.presence()))
                .orElse(false);
        return present && page.file() != null ? List.of(visit(page.file().districtNo(), left)) : List.of();
    }

    private static NewEvent visit(int districtNo, StageLeft left) {
        var visit = new VisitRecorded("district", "district-" + districtNo, left.action(), false, left.decidedAt());
        return new NewEvent("visit-recorded", visit);
    }

    private Verdict<DistrictPage> refused(Page<DistrictPage> page, Incoming event) {
        DecisionRefused refused = event.as(DecisionRefused.class);
        Desk desk = page.body().desk();
        return desk.find(refused.opening()).isEmpty()
                ? Verdict.unchanged()
                : Verdict.changed(page.body().with(desk.refused(refused, clock.instant(), page.version() + 1)));
    }
}
