package ir.parvaneh.contracts;

import java.time.Instant;

/** A term ran out while its holder still held the stage; told once for each opening. */
public record DeadlineMissed(long opening, String track, String stage, String holder, Instant dueAt, Instant at) {}
