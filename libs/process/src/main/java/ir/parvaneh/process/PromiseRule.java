package ir.parvaneh.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The promise holds: on every path without a loop from the start to an end, or to the stage that keeps it, the terms of office and district, the longest of parallel tracks
 * counted, add up to no more than was promised. A legal clock can be kept: the shortest way from its first stage to its last is no longer than the law gives. Tables are small, so every such path is walked.
 */
final class PromiseRule {

    private final ProcessTable table;
    private final Findings findings;
    private final StageGraph graph;
    private final String keptAt;
    private final Map<String, Integer> weights = new LinkedHashMap<>();
    private int found = -1;
    private List<String> foundPath = List.of();

    PromiseRule(ProcessTable table, Findings findings) {
        this(table, findings, table.promiseKeptAt());
    }

    private PromiseRule(ProcessTable table, Findings findings, String keptAt) {
        this.table = table;
        this.findings = findings;
        this.graph = new StageGraph(table);
        this.keptAt = keptAt;
    }

    void check() {
        promise();
        for (LegalClock clock : table.clocks()) {
            new PromiseRule(table, findings, clock.until()).check(clock);
        }
    }

    private void check(LegalClock clock) {
        if (clock.within() == null) {
            return;
        }
        table.stage(null, clock.from()).ifPresent(start -> {
            Path path = pathFrom(start, false);
            if (path.days() < 0) {
                findings.add(
                        clock.line(), "clock", "'" + clock.until() + "' is not reached from '" + clock.from() + "'");
            } else if (path.days() > clock.within().asWorkingDays()) {
                findings.add(
                        clock.line(),
                        "clock",
                        "even the shortest way takes " + path.days() + " working days, and the law gives "
                                + clock.within() + ": " + String.join(" > ", path.stages()));
            }
        });
    }

    private void promise() {
        Path path = pathFrom(table.start(), true);
        if (path.days() > table.promise().asWorkingDays()) {
            findings.add(
                    table.promiseLine(),
                    "promise",
                    "office and district may take " + path.days() + " working days, and " + table.promise()
                            + " are promised: " + String.join(" > ", path.stages()));
        }
    }

    private record Path(int days, List<String> stages) {}

    /** The longest path to the stage that keeps it or to an end; or else the shortest to the stage that keeps it. */
    private Path pathFrom(Stage start, boolean longest) {
        found = -1;
        foundPath = List.of();
        walk(start, 0, new LinkedHashSet<>(), longest);
        return new Path(found, foundPath);
    }

    private void walk(Stage stage, int before, Set<String> walked, boolean longest) {
        walked.add(stage.name());
        boolean kept = stage.onMainLine() && stage.name().equals(keptAt);
        int days = before + (kept ? 0 : weight(stage));
        boolean better = found < 0 || (longest ? days > found : days < found);
        if (better && (kept || longest && graph.leadsOut(stage))) {
            found = days;
            foundPath = List.copyOf(walked);
        }
        for (Stage next : kept ? List.<Stage>of() : graph.stagesAfter(stage)) {
            if (!walked.contains(next.name())) {
                walk(next, days, walked, longest);
            }
        }
        walked.remove(stage.name());
    }

    private int weight(Stage stage) {
        Integer known = weights.get(stage.name());
        if (known == null) {
            known = stage.isWaiting() ? longestTrack(stage) : own(stage);
            weights.put(stage.name(), known);
        }
        return known;
    }

    private static int own(Stage stage) {
        return stage.holder().municipal() ? stage.within().asWorkingDays() : 0;
    }

    private int longestTrack(Stage waiting) {
        List<Integer> lengths = new ArrayList<>(List.of(0));
        for (String name : waiting.waitsFor()) {
            for (Stage opening : graph.openings(table.tracks().get(name), table.mainLine())) {
                lengths.add(
                        new PromiseRule(table, findings).pathFrom(opening, true).days());
            }
        }
        return lengths.stream().max(Integer::compare).orElseThrow();
    }
}
