package ir.parvaneh.district.insight;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Sums over files; whole numbers until the end, so that the order of files makes no difference. */
final class Tally {
    private static final double DAY = 86_400_000;

    private long files;
    private long late;
    private long timed;
    private long visits;
    private long doubled;
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final Map<String, Long> held = new TreeMap<>();

    void add(Figures file, Instant asOf) {
        files++;
        outcomes.merge(standing(file), 1L, Long::sum);
        late += file.isOpen() && file.open().stream().anyMatch(stage -> stage.isLate(asOf)) ? 1 : 0;
        timed += file.heldMillis().isEmpty() ? 0 : 1;
        visits += file.officeVisits() + file.districtVisits();
        doubled += file.officeVisits() > 0 && file.districtVisits() > 0 ? 1 : 0;
        file.heldMillis().forEach((holder, millis) -> held.merge(holder, millis, Long::sum));
    }

    /** A permit that was issued counts as issued, whether it is being built under or not. */
    private static String standing(Figures file) {
        if (file.wasIssued()) {
            return "permit-issued";
        }
        return file.isOpen() ? "open" : file.outcome();
    }

    Board.Sums sums() {
        return new Board.Sums(totals(), meanDays(), mean(visits, files), doubled);
    }

    private Board.Totals totals() {
        return new Board.Totals(
                files,
                count("open"),
                late,
                count("permit-issued"),
                count("withdrawn"),
                count("abandoned"),
                count("rejected-finally"));
    }

    private long count(String outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    private Map<String, Double> meanDays() {
        Map<String, Double> days = new TreeMap<>();
        held.forEach((holder, millis) -> days.put(holder, mean(millis / DAY, timed)));
        return days;
    }

    /** To four digits after the point; 0 of nothing. */
    static double mean(double sum, long of) {
        return of == 0 ? 0 : Math.round(sum / of * 10_000) / 10_000.0;
    }

    static double meanDays(long millis, long of) {
        return mean(millis / DAY, of);
    }
}
