package ir.parvaneh.chassis.desk;

import ir.parvaneh.contracts.Reason;
import java.util.List;

/** What somebody wants to decide; evidence as JSON or null. */
public record Attempt(String action, Object evidence, List<Reason> reasons) {
    public Attempt {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
}
