package ir.parvaneh.contracts;

import java.time.Instant;
import java.util.List;

/**
 * A desk decided: a request to move the file, judged by the file alone.
 *
 * @param preparedBy the first signatory, by person id
 * @param signedBy everybody who signed, in order, with the role signed in
 * @param decidedAt when the desk stored it; the segment ends and the next term starts at this instant
 */
public record TaskDecided(
        long opening,
        String action,
        String preparedBy,
        List<Signature> signedBy,
        Object evidence,
        List<Reason> reasons,
        Instant decidedAt) {
    public TaskDecided {
        signedBy = signedBy == null ? List.of() : List.copyOf(signedBy);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
}
