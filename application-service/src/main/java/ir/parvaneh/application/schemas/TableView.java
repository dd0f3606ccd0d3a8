package ir.parvaneh.application.schemas;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.process.Action;
import ir.parvaneh.process.LateRule;
import ir.parvaneh.process.Next;
import ir.parvaneh.process.ProcessTable;
import ir.parvaneh.process.Role;
import ir.parvaneh.process.Stage;
import ir.parvaneh.process.Track;
import ir.parvaneh.process.Wording;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A process table as JSON. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record TableView(
        String process,
        String edition,
        String hash,
        Wording title,
        String promise,
        String promiseKeptAt,
        Map<String, Wording> legalBasis,
        List<Role> roles,
        Map<String, Wording> agencies,
        Map<String, Wording> ends,
        List<ActionLine> anywhere,
        List<StageLine> stages,
        List<TrackLine> tracks) {

    /** A stage as written. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record StageLine(
            String name,
            Wording title,
            String heldBy,
            String agency,
            String within,
            String until,
            String ifLate,
            List<String> waitsFor,
            String then,
            List<String> basis,
            List<ActionLine> actions) {}

    /** An action as written. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ActionLine(
            String name,
            Wording title,
            List<String> signedBy,
            String when,
            String presence,
            String evidence,
            boolean reasonsRequired,
            List<String> provided,
            List<String> separateFrom,
            List<String> opens,
            String then,
            List<String> basis) {}

    /** A track as written. */
    record TrackLine(String name, Wording title, List<StageLine> stages) {}

    static TableView of(ProcessTable table) {
        return new TableView(
                table.name(),
                table.edition(),
                table.hash(),
                table.title(),
                table.promise().toString(),
                table.promiseKeptAt(),
                table.legalBasis(),
                List.copyOf(table.roles().values()),
                table.agencies(),
                table.ends(),
                actions(table.anywhere().values()),
                stages(table.mainLine()),
                table.tracks().values().stream().map(TableView::track).toList());
    }

    private static TrackLine track(Track track) {
        return new TrackLine(track.name(), track.title(), stages(track.stages().values()));
    }

    private static List<StageLine> stages(Collection<Stage> stages) {
        return stages.stream().map(TableView::stage).toList();
    }

    private static StageLine stage(Stage stage) {
        return new StageLine(
                stage.name(),
                stage.title(),
                stage.isWaiting() ? null : stage.holder().wire(),
                stage.agency(),
                stage.within() == null ? null : stage.within().toString(),
                stage.until(),
                stage.late() == null ? null : late(stage.late()),
                stage.waitsFor(),
                then(stage.joins()),
                stage.basis(),
                actions(stage.actions().values()));
    }

    private static List<ActionLine> actions(Collection<Action> actions) {
        return actions.stream().map(TableView::action).toList();
    }

    private static ActionLine action(Action action) {
        return new ActionLine(
                action.name(),
                action.title(),
                action.signedBy(),
                action.when() == null ? null : action.when().written(),
                action.presence(),
                action.evidence(),
                action.reasonsRequired(),
                action.provided(),
                action.separateFrom(),
                action.opens().stream().map(TableView::opening).toList(),
                then(action.then()),
                action.basis());
    }

    private static String opening(Action.TrackOpening opening) {
        return opening.stage() == null ? opening.track() : opening.track() + "/" + opening.stage();
    }

    private static String then(Next next) {
        return next == null ? null : next.written();
    }

    private static String late(LateRule rule) {
        return switch (rule) {
            case LateRule.Escalate escalate -> "escalate";
            case LateRule.Take take -> "take " + take.action();
            case LateRule.Abandon abandon -> "abandon";
        };
    }
}
