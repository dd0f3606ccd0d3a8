package ir.parvaneh.contracts;

import java.time.Instant;

/**
 * An office was given the file.
 *
 * @param rule citizen-choice or least-loaded
 */
public record OfficeAssigned(String officeId, String rule, Instant at) {}
