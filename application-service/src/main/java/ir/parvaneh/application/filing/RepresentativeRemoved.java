package ir.parvaneh.application.filing;

import java.time.Instant;

/** Somebody no longer acts for the owner. */
record RepresentativeRemoved(String personId, Instant at) {}
