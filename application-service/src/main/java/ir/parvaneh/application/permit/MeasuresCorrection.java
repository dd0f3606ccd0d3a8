package ir.parvaneh.application.permit;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.process.Evidence;

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
}
