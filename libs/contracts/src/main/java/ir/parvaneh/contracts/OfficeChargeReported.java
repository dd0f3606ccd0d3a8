package ir.parvaneh.contracts;

import java.time.Instant;

/**
 * A citizen said what the office took from him; told on the file's stream.
 *
 * @param officeId null while no office has the file
 */
public record OfficeChargeReported(String officeId, long chargedRials, Instant at) {}
