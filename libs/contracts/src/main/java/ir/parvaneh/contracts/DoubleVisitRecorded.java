package ir.parvaneh.contracts;

import java.time.Instant;

/** The citizen of this file was made to stand at both the office and the district. */
public record DoubleVisitRecorded(Instant at) {}
