package ir.parvaneh.contracts;

import java.time.Instant;

/** A newer paper took the place of this one. */
public record CertificateSuperseded(String serial, String applicationId, String by, Instant at) {}
