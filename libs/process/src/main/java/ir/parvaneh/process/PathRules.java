package ir.parvaneh.process;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every stage is reachable, every live stage has a way out, every track joins. */
final class PathRules {

    private final ProcessTable table;
    private final Findings findings;
    private final StageGraph graph;

    PathRules(ProcessTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
        this.graph = new StageGraph(table);
    }

    void check() {
        Set<Stage> reached = new LinkedHashSet<>(graph.reachedFrom(mainStarts()));
        Set<Stage> mainReached = Set.copyOf(reached);
        for (Track track : table.tracks().values()) {
            if (track.stages().isEmpty()) {
                findings.add(track.line(), "track-joins", "the track '" + track.name() + "' has no stages");
            }
            reached.addAll(graph.reachedFrom(graph.openings(track, mainReached)));
        }
        for (Stage stage : table.allStages()) {
            reachable(stage, reached);
            wayOut(stage);
        }
    }

    private List<Stage> mainStarts() {
        List<Stage> starts = new java.util.ArrayList<>(List.of(table.start()));
        for (Action action : table.anywhere().values()) {
            if (action.then() instanceof Next.ToStage to) {
                starts.add(table.stage(null, to.stage()).orElseThrow());
            }
        }
        return starts;
    }

    private void reachable(Stage stage, Set<Stage> reached) {
        if (!reached.contains(stage)) {
            findings.add(stage.line(), "reachable-stage", "nothing leads to the stage '" + stage.name() + "'");
        }
    }

    private void wayOut(Stage stage) {
        if (graph.reachedFrom(List.of(stage)).stream().noneMatch(graph::leadsOut)) {
            if (stage.onMainLine()) {
                findings.add(stage.line(), "way-out", "from the stage '" + stage.name() + "' no end can be reached");
            } else {
                findings.add(
                        stage.line(), "track-joins", "from the stage '" + stage.name() + "' its track never joins");
            }
        }
    }
}
