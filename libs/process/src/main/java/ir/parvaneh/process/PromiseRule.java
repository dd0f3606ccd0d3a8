package ir.parvaneh.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The promise holds: on every path without a loop from the start to an end, or to the stage that keeps it, the terms of office and district, the longest of parallel tracks
 * counted, add up to no more than was promised. Tables are small, so every such path is walked.
 */
final class PromiseRule {

    private final ProcessTable table;
    private final Findings findings;
    private final StageGraph graph;
    private final Map<String, Integer> weights = new LinkedHashMap<>();
    private int longest = -1;
    private List<String> longestPath = List.of();

    PromiseRule(ProcessTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
        this.graph = new StageGraph(table);
    }

    void check() {
        Path path = longestFrom(table.start());
        if (path.days() > table.promise().asWorkingDays()) {
            findings.add(
                    table.promiseLine(),
                    "promise",
                    "office and district may take " + path.days() + " working days, and " + table.promise()
                            + " are promised: " + String.join(" > ", path.stages()));
        }
    }

    private record Path(int days, List<String> stages) {}

    private Path longestFrom(Stage start) {
        longest = -1;
        walk(start, 0, new LinkedHashSet<>());
        return new Path(longest, longestPath);
    }

    private void walk(Stage stage, int before, Set<String> walked) {
        walked.add(stage.name());
        boolean kept = stage.onMainLine() && stage.name().equals(table.promiseKeptAt());
        int days = before + (kept ? 0 : weight(stage));
        if (days > longest && (kept || graph.leadsOut(stage))) {
            longest = days;
            longestPath = List.copyOf(walked);
        }
        for (Stage next : kept ? List.<Stage>of() : graph.stagesAfter(stage)) {
            if (!walked.contains(next.name())) {
                walk(next, days, walked);
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
                        new PromiseRule(table, findings).longestFrom(opening).days());
            }
        }
        return lengths.stream().max(Integer::compare).orElseThrow();
    }
}
