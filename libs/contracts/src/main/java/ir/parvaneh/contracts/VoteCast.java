package ir.parvaneh.contracts;

import java.time.Instant;

/** A member voted. How he voted is told with the decision, not before. */
public record VoteCast(String seat, String personId, Instant at) {}
