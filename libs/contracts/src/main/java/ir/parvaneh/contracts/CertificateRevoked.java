package ir.parvaneh.contracts;

import java.time.Instant;

/** A paper was taken back by a deputy; it never becomes valid again. */
public record CertificateRevoked(String serial, String applicationId, String by, Reason reason, Instant at) {}
