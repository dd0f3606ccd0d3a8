package ir.parvaneh.application.completion;

import ir.parvaneh.application.completion.CompletionEvidence.AsBuilt;
import java.time.LocalDate;
import java.util.stream.IntStream;

/** A building as an inspector surveys it, every floor and every unit alike. */
final class GivenSurvey {

    private GivenSurvey() {}

    static AsBuilt built(double area, int storeys, int units, int parking, double setback, String usage) {
        return new AsBuilt(
                null,
                IntStream.range(0, storeys)
                        .mapToObj(floor -> new AsBuilt.Floor(floor, area, usage))
                        .toList(),
                IntStream.range(0, units)
                        .mapToObj(unit -> new AsBuilt.Unit("u-" + unit, 1, 100, usage))
                        .toList(),
                parking,
                setback,
                LocalDate.of(2027, 2, 6));
    }
}
