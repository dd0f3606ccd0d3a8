package ir.parvaneh.contracts;

import java.time.Instant;
import java.util.List;

/** A stage was left by an action; it closes the task of that opening whatever its state. */
public record StageLeft(
        long opening,
        String track,
        String stage,
        String holder,
        String action,
        String preparedBy,
        List<String> signedBy,
        Object evidence,
        List<Reason> reasons,
        Instant decidedAt) {
    public StageLeft {
        signedBy = signedBy == null ? List.of() : List.copyOf(signedBy);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
}
