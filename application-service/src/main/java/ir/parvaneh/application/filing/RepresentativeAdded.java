package ir.parvaneh.application.filing;

import java.time.Instant;

/** Somebody may act for the owner from now on. */
record RepresentativeAdded(String personId, String kind, Instant at) {}
