package ir.parvaneh.contracts;

import java.time.Instant;

/**
 * Somebody may act for the owner from now on.
 *
 * @param kind attorney or co-owner
 */
public record RepresentativeAdded(String personId, String kind, Instant at) {}
