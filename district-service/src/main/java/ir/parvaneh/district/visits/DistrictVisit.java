package ir.parvaneh.district.visits;

import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Required;

/**
 * A citizen stood at the district.
 *
 * @param reasonCode kebab-case, so that no text about a person gets in
 * @param avoidable whether the visit could have been spared
 */
public record DistrictVisit(String applicationId, String reasonCode, Boolean avoidable) {
    private static final String CODE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    public DistrictVisit {
        Required.of("applicationId", applicationId, "reasonCode", reasonCode, "avoidable", avoidable);
        if (reasonCode.length() > 60 || !reasonCode.matches(CODE)) {
            throw Refused.at("value-not-allowed", "/reasonCode");
        }
    }
}
