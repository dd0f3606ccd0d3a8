package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.web.Required;
import ir.parvaneh.process.Reason;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The body of an action on a docket. A decision shows no evidence: it is put together from the hearing. */
record DocketAction(String action, JsonNode evidence, List<Reason> reasons) {
    DocketAction {
        Required.of("action", action);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    boolean showsEvidence() {
        return evidence != null && !evidence.isNull();
    }
}
