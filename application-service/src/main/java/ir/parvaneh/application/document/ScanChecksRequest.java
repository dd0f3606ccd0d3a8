package ir.parvaneh.application.document;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Required;
import ir.parvaneh.contracts.Reason;
import java.util.List;
import java.util.Map;

/** What a clerk says about several scans of a file. */
record ScanChecksRequest(List<One> checks) {

    private static final int MOST = 50;

    ScanChecksRequest {
        Required.of("checks", checks);
        if (checks.size() > MOST) {
            throw new Refused(new Refusal("too-many-items", Map.of("most", MOST)));
        }
        checks = List.copyOf(checks);
    }

    /**
     * One scan.
     *
     * @param version the one he looked at; it must still be the latest
     * @param resolution dots per inch as measured, or null
     * @param reasons required when it is not accepted
     */
    record One(String documentId, Long version, Boolean accepted, Integer resolution, List<Reason> reasons) {
        One {
            Required.of("documentId", documentId, "version", version, "accepted", accepted);
        }

        QualityRequest judged() {
            return new QualityRequest(accepted, resolution, reasons);
        }
    }
}
