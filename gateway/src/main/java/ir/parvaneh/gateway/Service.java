package ir.parvaneh.gateway;

import java.util.Locale;

/** Those behind the door. */
enum Service {
    APPLICATION,
    OFFICE,
    DISTRICT,
    NOTIFICATION,
    ISSUER;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
