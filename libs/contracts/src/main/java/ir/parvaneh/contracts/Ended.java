package ir.parvaneh.contracts;

import java.time.Instant;

/** The file reached an end: one of the ends of its process, such as completed or withdrawn. */
public record Ended(String outcome, Instant at) {}
