package ir.parvaneh.contracts;

import java.time.Instant;

/** The municipality's representative, who has no vote, presented the violation to the bench. */
public record ViolationPresented(String personId, Instant at) {}
