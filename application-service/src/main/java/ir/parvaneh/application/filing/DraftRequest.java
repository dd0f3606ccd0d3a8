package ir.parvaneh.application.filing;

import ir.parvaneh.chassis.web.Required;

/**
 * The body of {@code POST /v1/applications}; the office is a wish and may be left out.
 *
 * @param permitId the application of the permit it is about; the plot is then the permit's and may be left out
 */
record DraftRequest(String requestType, String renovationCode, Integer districtNo, String officeWish, String permitId) {
    DraftRequest {
        if (permitId == null) {
            Required.of("requestType", requestType, "renovationCode", renovationCode, "districtNo", districtNo);
        } else {
            Required.of("requestType", requestType);
        }
    }
}
