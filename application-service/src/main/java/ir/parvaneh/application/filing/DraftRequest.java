package ir.parvaneh.application.filing;

import ir.parvaneh.chassis.web.Required;

/** The body of {@code POST /v1/applications}; the office is a wish and may be left out. */
record DraftRequest(String requestType, String renovationCode, Integer districtNo, String officeWish) {
    DraftRequest {
        Required.of("requestType", requestType, "renovationCode", renovationCode, "districtNo", districtNo);
    }
}
