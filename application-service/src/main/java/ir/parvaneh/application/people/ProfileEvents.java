package ir.parvaneh.application.people;

import java.time.Instant;

/** What the chain of a person tells: ids, codes and digests, never what he told. */
final class ProfileEvents {
    static final String CHANGED = "profile-changed";
    static final String READ = "profile-read";
    static final String ERASED = "profile-erased";

    private ProfileEvents() {}

    /** @param sealed SHA-256 of the encrypted identity, base64url */
    record Changed(String sealed, Instant at) {}

    /**
     * @param reader who read, a person or a service
     * @param purpose what for, a code
     */
    record Read(String reader, String purpose, Instant at) {}

    /**
     * @param by who did it
     * @param reason why, a code
     */
    record Erased(String by, String reason, Instant at) {}
}
