package ir.parvaneh.application.permit;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.ProcessFile;
import java.util.Optional;

/**
 * What of a file's measures an objection to its fees showed to be wrong, as it is right; what is null stays as it was.
 * The latest correction alone counts, so it says everything that differs from plans, plan order and survey. Areas in
 * square metres.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeasuresCorrection(Double plotAreaM2, Double grossAreaM2, Integer storeys, Integer units, String usage)
        implements Evidence {

    /** Under which name a file keeps it. */
    public static final String KIND = "measures-correction";

    /** The latest, if it came after that event: it was about what was known before. */
    static Optional<MeasuresCorrection> since(ProcessFile file, long event) {
        return file.latest(KIND, MeasuresCorrection.class).filter(correction -> file.numberOf(KIND) > event);
    }

    /** Whether the measures that stand would be others by it; of an application about a permit, whether it says anything new. */
    boolean changes(ProcessFile file) {
        boolean said = !equals(new MeasuresCorrection(null, null, null, null, null))
                && file.latest(KIND, MeasuresCorrection.class)
                        .filter(this::equals)
                        .isEmpty();
        return FileMeasures.of(file)
                .map(measures -> !measures.corrected(this).equals(measures))
                .orElse(said);
    }
}
