package ir.parvaneh.contracts;

import java.time.Instant;

/**
 * One person's signature in one role.
 *
 * @param onBehalfOf the absent person who delegated, or null
 */
public record Signature(String personId, String role, Instant at, String onBehalfOf) {}
