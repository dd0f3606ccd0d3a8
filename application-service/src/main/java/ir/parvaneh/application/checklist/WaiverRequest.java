package ir.parvaneh.application.checklist;

import ir.parvaneh.chassis.web.Required;
import ir.parvaneh.contracts.Reason;

/** The body that waives a paper. */
record WaiverRequest(String paper, Reason reason) {
    WaiverRequest {
        Required.of("paper", paper, "reason", reason);
    }
}
