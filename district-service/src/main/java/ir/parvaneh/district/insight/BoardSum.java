package ir.parvaneh.district.insight;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Adds files up to a board. Not for several threads. */
final class BoardSum {
    private final Instant asOf;
    private final Tally city = new Tally();
    private final Map<Integer, Tally> districts = new TreeMap<>();
    private final Map<String, Tally> offices = new TreeMap<>();
    private final Map<String, StageSum> stages = new TreeMap<>();

    BoardSum(Instant asOf) {
        this.asOf = asOf;
    }

    private static final class StageSum {
        private long open;
        private long late;
        private long left;
        private long millis;
    }

    /** A file that has not said where it lies is not counted yet. */
    BoardSum add(Figures file) {
        if (file.districtNo() != 0) {
            city.add(file, asOf);
            districts.computeIfAbsent(file.districtNo(), no -> new Tally()).add(file, asOf);
            if (file.officeId() != null) {
                offices.computeIfAbsent(file.officeId(), id -> new Tally()).add(file, asOf);
            }
            addStages(file);
        }
        return this;
    }

    private void addStages(Figures file) {
        file.stages().forEach((name, spent) -> {
            StageSum sum = stage(name);
            sum.left += spent.times();
            sum.millis += spent.millis();
        });
        if (file.isOpen()) {
            file.open().forEach(this::addOpen);
        }
    }

    private void addOpen(Stretch stretch) {
        StageSum sum = stage(stretch.stage());
        sum.open++;
        sum.late += stretch.isLate(asOf) ? 1 : 0;
    }

    private StageSum stage(String name) {
        return stages.computeIfAbsent(name, stage -> new StageSum());
    }

    Board board() {
        Board.Sums sums = city.sums();
        return new Board(
                asOf,
                sums.totals(),
                sums.meanDaysByHolder(),
                sums.visitsPerFile(),
                sums.doubleVisits(),
                districts.entrySet().stream()
                        .map(one ->
                                Board.District.of(one.getKey(), one.getValue().sums()))
                        .toList(),
                offices.entrySet().stream()
                        .map(one -> Board.Office.of(one.getKey(), one.getValue().sums()))
                        .toList(),
                stages.entrySet().stream()
                        .map(one -> stage(one.getKey(), one.getValue()))
                        .toList());
    }

    private static Board.StageFigures stage(String name, StageSum sum) {
        return new Board.StageFigures(name, sum.open, sum.late, sum.left, Tally.meanDays(sum.millis, sum.left));
    }
}
