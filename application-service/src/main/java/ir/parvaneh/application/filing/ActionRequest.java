package ir.parvaneh.application.filing;

import ir.parvaneh.chassis.web.Required;
import ir.parvaneh.process.Reason;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The body of an action on a file.
 *
 * @param opening which open stage is meant; null for the one that has such an action
 * @param evidence what the action asks for, or null
 */
record ActionRequest(String action, Long opening, JsonNode evidence, List<Reason> reasons) {
    ActionRequest {
        Required.of("action", action);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    boolean showsEvidence() {
        return evidence != null && !evidence.isNull();
    }
}
