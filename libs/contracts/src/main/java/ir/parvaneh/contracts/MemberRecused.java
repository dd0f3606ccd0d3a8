package ir.parvaneh.contracts;

import java.time.Instant;

/** A member left the bench of a docket for good. @param by himself, or the secretariat that found a conflict */
public record MemberRecused(String seat, String personId, Reason reason, String by, Instant at) {}
