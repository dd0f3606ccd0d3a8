package ir.parvaneh.contracts;

import java.time.Instant;

/** Somebody took a task; by is himself, or the head who gave it to him. */
public record TaskClaimed(long opening, String personId, String by, Instant at) {}
