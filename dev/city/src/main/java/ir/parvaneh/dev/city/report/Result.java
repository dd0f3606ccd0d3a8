package ir.parvaneh.dev.city.report;

import ir.parvaneh.dev.city.records.PermitRecord.End;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The end of a replay in numbers. Filed and ended count the files of the whole replay, the rest what this run did.
 *
 * @param records permits read and used
 * @param refusedRecords permits, or whole files, that make no sense
 * @param cpuMillis CPU of the city's processes in this run, or -1 when their pid files are not here
 */
public record Result(int records, int refusedRecords, Tally tally, double seconds, long cpuMillis) {

    /** The one line of {@code --json}. */
    public String json() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("records", records);
        line.put("filed", tally.filedSoFar());
        line.put("issued", tally.issuedSoFar());
        line.put("withdrawn", tally.ended(End.WITHDRAWN, 0));
        line.put("abandoned", tally.ended(End.ABANDONED, 0));
        line.put("refusedRecords", refusedRecords);
        line.put("stuck", tally.stuckSoFar());
        line.put("transitions", tally.transitionsSoFar());
        line.put("seconds", rounded(seconds));
        line.put("transitionsPerSecond", perSecond());
        line.put("decideMillisP50", tally.decide().millis(50));
        line.put("decideMillisP99", tally.decide().millis(99));
        line.put("eventVisibleMillisP99", tally.visible().millis(99));
        line.put("cpuMillisPerTransition", cpuPerTransition());
        line.put("errors", tally.errorsSoFar());
        line.put("completed", tally.ended(End.COMPLETED, 0));
        line.put("extensions", tally.requestsGranted("permit-extension"));
        return JsonMapper.shared().writeValueAsString(line);
    }

    /** The same for people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("%d records, %d refused; %d filed: %d issued, %d withdrawn, %d abandoned, %d completed, %d stuck%n"
                .formatted(
                        records,
                        refusedRecords,
                        tally.filedSoFar(),
                        tally.issuedSoFar(),
                        tally.ended(End.WITHDRAWN, 0),
                        tally.ended(End.ABANDONED, 0),
                        tally.ended(End.COMPLETED, 0),
                        tally.stuckSoFar()));
        text.append("%d transitions in %.1f s = %.1f/s, %.2f ms of CPU each, %d errors%n"
                .formatted(tally.transitionsSoFar(), seconds, perSecond(), cpuPerTransition(), tally.errorsSoFar()));
        text.append("%.1f calls a transition%n"
                .formatted(tally.sentSoFar() / (double) Math.max(1, tally.transitionsSoFar())));
        text.append("decide p50 %.1f ms, p99 %.1f ms; next task visible p50 %.1f ms, p99 %.1f ms (%d sampled)%n"
                .formatted(
                        tally.decide().millis(50),
                        tally.decide().millis(99),
                        tally.visible().millis(50),
                        tally.visible().millis(99),
                        tally.visible().count()));
        return text.append(troubles()).toString();
    }

    /** What is worth a line beside the numbers. */
    public String troubles() {
        StringBuilder text = new StringBuilder();
        tally.notes().forEach((what, count) -> text.append("  %6d × %s%n".formatted(count, what)));
        tally.examples()
                .forEach(trouble -> text.append("  e.g. ").append(trouble).append(System.lineSeparator()));
        return text.toString();
    }

    /** Whether every file reached its end and nothing went wrong. */
    public boolean good() {
        return tally.errorsSoFar() == 0 && tally.stuckSoFar() == 0 && tally.endedSoFar() == records;
    }

    private double perSecond() {
        return seconds == 0 ? 0 : rounded(tally.transitionsSoFar() / seconds);
    }

    private double cpuPerTransition() {
        long transitions = tally.transitionsSoFar();
        return transitions == 0 || cpuMillis < 0 ? -1 : Math.round(100.0 * cpuMillis / transitions) / 100.0;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
