package ir.parvaneh.district.insight;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The city's figures. Days are calendar days of the main line in stages that were left; over the same files, so that
 * the holders' days add up to the mean time of a file.
 *
 * @param doubleVisits files whose citizen stood at both the office and the district
 */
public record Board(
        Instant asOf,
        Totals totals,
        Map<String, Double> meanDaysByHolder,
        double visitsPerFile,
        long doubleVisits,
        List<District> districts,
        List<Office> offices,
        List<StageFigures> stages) {

    /** @param late open files with an open stage past its term */
    public record Totals(
            long files, long open, long late, long issued, long withdrawn, long abandoned, long rejected) {}

    public record Sums(Totals totals, Map<String, Double> meanDaysByHolder, double visitsPerFile, long doubleVisits) {}

    public record District(
            int districtNo,
            Totals totals,
            Map<String, Double> meanDaysByHolder,
            double visitsPerFile,
            long doubleVisits) {
        static District of(int districtNo, Sums sums) {
            return new District(
                    districtNo, sums.totals(), sums.meanDaysByHolder(), sums.visitsPerFile(), sums.doubleVisits());
        }
    }

    public record Office(
            String officeId,
            Totals totals,
            Map<String, Double> meanDaysByHolder,
            double visitsPerFile,
            long doubleVisits) {
        static Office of(String officeId, Sums sums) {
            return new Office(
                    officeId, sums.totals(), sums.meanDaysByHolder(), sums.visitsPerFile(), sums.doubleVisits());
        }
    }

    /**
     * @param open how often the stage is open now
     * @param late of these, past their term
     * @param left how often it was left
     */
    public record StageFigures(String stage, long open, long late, long left, double meanDays) {}
}
