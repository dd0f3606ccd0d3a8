package ir.parvaneh.contracts;

import java.time.Instant;

/** Somebody no longer acts for the owner. */
public record RepresentativeRemoved(String personId, Instant at) {}
