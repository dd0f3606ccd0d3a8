package ir.parvaneh.chassis.refusal;

import java.util.List;
import java.util.Map;

/**
 * Why something was not done. The code decides status and sentence; the details go into the answer beside them.
 *
 * @param code kebab-case, known to a {@code problems/*.yaml}
 * @param details members added to the problem, by name
 * @param errors what is wrong with which part of the request; may be empty
 */
public record Refusal(String code, Map<String, Object> details, List<Fault> errors) {
    public Refusal {
        details = details == null ? Map.of() : Map.copyOf(details);
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    public Refusal(String code) {
        this(code, Map.of(), List.of());
    }

    public Refusal(String code, Map<String, Object> details) {
        this(code, details, List.of());
    }
}
