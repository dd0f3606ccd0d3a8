package ir.parvaneh.process;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which stage leads to which. The main line's graph sees a waiting stage's tracks only where one leads out of them. */
final class StageGraph {

    private final ProcessTable table;

    StageGraph(ProcessTable table) {
        this.table = table;
    }

    /** Where a stage can lead, its join and the ways out of its tracks included; what is open anywhere is left out. */
    Set<Next> from(Stage stage) {
        Set<Next> nexts = new LinkedHashSet<>();
        stage.actions().values().forEach(action -> nexts.add(action.then()));
        if (stage.isWaiting()) {
            nexts.add(stage.joins());
            stage.waitsFor()
                    .forEach(track -> nexts.addAll(waysOut(table.tracks().get(track))));
        }
        return nexts;
    }

    private static List<Next> waysOut(Track track) {
        return track.stages().values().stream()
                .flatMap(stage -> stage.actions().values().stream())
                .map(Action::then)
                .filter(next -> !(next instanceof Next.ToStage) && !(next instanceof Next.Joined))
                .map(next -> next instanceof Next.ToMainStage to ? new Next.ToStage(to.stage()) : next)
                .toList();
    }

    /** The stages of the same line a stage leads to. */
    List<Stage> stagesAfter(Stage stage) {
        return from(stage).stream()
                .flatMap(next -> next instanceof Next.ToStage to
                        ? table.stage(stage.track(), to.stage()).stream()
                        : Stream.empty())
                .toList();
    }

    /** True when a stage leads straight out: to an end, out of its track, or to the join. */
    boolean leadsOut(Stage stage) {
        return from(stage).stream().anyMatch(next -> !(next instanceof Next.ToStage));
    }

    /** The given stages and all they lead to on their line. */
    Set<Stage> reachedFrom(Collection<Stage> starts) {
        Set<Stage> reached = new LinkedHashSet<>(starts);
        Deque<Stage> ahead = new ArrayDeque<>(starts);
        while (!ahead.isEmpty()) {
            for (Stage next : stagesAfter(ahead.pop())) {
                if (reached.add(next)) {
                    ahead.add(next);
                }
            }
        }
        return reached;
    }

    /** The stages a track may be opened at by actions of the given stages. */
    List<Stage> openings(Track track, Collection<Stage> mainLine) {
        return mainLine.stream()
                .flatMap(stage -> stage.actions().values().stream())
                .flatMap(action -> action.opens().stream())
                .filter(opening -> opening.track().equals(track.name()))
                .map(opening -> opening.stage() == null ? track.start() : opening.stage())
                .distinct()
                .map(track.stages()::get)
                .toList();
    }
}
