package ir.parvaneh.application.document;

import ir.parvaneh.chassis.web.Required;
import ir.parvaneh.contracts.Reason;
import java.util.List;

/**
 * What a clerk says about a scan.
 *
 * @param resolution dots per inch as measured, or null
 * @param reasons required when it is not accepted
 */
record QualityRequest(Boolean accepted, Integer resolution, List<Reason> reasons) {
    QualityRequest {
        Required.of("accepted", accepted);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
}
