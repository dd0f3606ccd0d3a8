package ir.parvaneh.contracts;

import java.time.Instant;

/** The text of a decision was laid before the bench; votes given before are void. */
public record DecisionDrafted(String outcome, String ground, long fineRials, String by, Instant at) {}
