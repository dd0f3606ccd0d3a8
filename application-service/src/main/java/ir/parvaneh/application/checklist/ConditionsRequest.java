package ir.parvaneh.application.checklist;

import ir.parvaneh.chassis.web.Required;
import java.util.Map;

/** The body that tells conditions; those it does not name stay as they are. */
record ConditionsRequest(Map<String, Boolean> conditions) {
    ConditionsRequest {
        Required.of("conditions", conditions);
    }
}
