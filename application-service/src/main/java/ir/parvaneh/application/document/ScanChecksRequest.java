package ir.parvaneh.application.document;

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
        checks = List.copyOf(checks);
    }

    /** Refuses with {@code too-many-items} what nobody can have looked at. */
    List<One> checked() {
        if (checks.size() > MOST) {
            throw new Refused("too-many-items", Map.of("most", MOST));
        }
        return checks;
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
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
        }

        QualityRequest judged() {
            return new QualityRequest(accepted, resolution, reasons);
        }
    }
}
