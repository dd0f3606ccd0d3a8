package ir.parvaneh.contracts;

import java.time.Instant;

/** A claim ended without a decision; by is null when it lapsed by policy. */
public record TaskReleased(long opening, String personId, String by, Instant at) {}
