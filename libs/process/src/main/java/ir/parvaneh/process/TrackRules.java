package ir.parvaneh.process;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tracks run only while the main line waits for them, and the main line waits only for tracks that run. */
final class TrackRules {

    private static final String RULE = "waiting";

    private final ProcessTable table;
    private final Findings findings;
    private final Set<String> openedInto = new HashSet<>();

    TrackRules(ProcessTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    void check() {
        for (Stage stage : table.mainLine()) {
            stage.actions().values().forEach(this::onMainLine);
            if (stage.isWaiting()) {
                entered(stage.line(), stage.joins(), List.of());
            }
        }
        table.anywhere().values().forEach(this::onMainLine);
        table.tracks().values().forEach(track -> track.stages().values().forEach(this::inTrack));
        table.mainLine().forEach(this::everyWaitedTrackIsOpened);
        if (table.start().isWaiting()) {
            findings.add(table.start().line(), RULE, "a file cannot begin by waiting");
        }
    }

    private void onMainLine(Action action) {
        entered(action.line(), action.then(), action.opens());
    }

    private void entered(int line, Next next, List<Action.TrackOpening> opens) {
        Stage target =
                next instanceof Next.ToStage to ? table.stage(null, to.stage()).orElseThrow() : null;
        if (target == null || !target.isWaiting()) {
            if (!opens.isEmpty()) {
                findings.add(line, RULE, "tracks are opened here, but the next stage does not wait for them");
            }
            return;
        }
        if (opens.isEmpty()) {
            findings.add(line, RULE, "'" + target.name() + "' waits for tracks, and none is opened here");
        }
        opens.forEach(opening -> opened(line, target, opening.track()));
    }

    private void opened(int line, Stage target, String track) {
        openedInto.add(target.name() + "/" + track);
        if (!target.waitsFor().contains(track)) {
            findings.add(line, RULE, "'" + target.name() + "' does not wait for the track '" + track + "'");
        }
    }

    private void inTrack(Stage stage) {
        if (stage.isWaiting()) {
            findings.add(stage.line(), RULE, "a track waits for nothing");
        }
        for (Action action : stage.actions().values()) {
            if (!action.opens().isEmpty()) {
                findings.add(action.line(), RULE, "a track opens no tracks");
            }
            if (action.then() instanceof Next.ToMainStage to
                    && table.stage(null, to.stage()).orElseThrow().isWaiting()) {
                findings.add(action.line(), RULE, "'" + to.stage() + "' waits for tracks, and none is opened here");
            }
        }
    }

    private void everyWaitedTrackIsOpened(Stage stage) {
        for (String track : stage.waitsFor()) {
            if (!openedInto.contains(stage.name() + "/" + track)) {
                findings.add(stage.line(), RULE, "nothing that leads to '" + stage.name() + "' opens '" + track + "'");
            }
        }
    }
}
