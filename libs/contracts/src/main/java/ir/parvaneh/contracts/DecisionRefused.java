package ir.parvaneh.contracts;

import java.time.Instant;

/** The judge refused a desk's decision; the sentence is what the desk's person reads. */
public record DecisionRefused(
        long opening, String action, String code, Titles sentence, Instant decidedAt, Instant at) {}
