package ir.parvaneh.application.people;

import ir.parvaneh.chassis.web.Required;

/** The body of {@code PUT /v1/me}. */
record ProfileRequest(String nationalId, String name, String mobile) {
    ProfileRequest {
        Required.of("nationalId", nationalId, "name", name, "mobile", mobile);
    }

    @Override
    public String toString() {
        return "ProfileRequest";
    }
}
