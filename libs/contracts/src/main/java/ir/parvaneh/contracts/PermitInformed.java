package ir.parvaneh.contracts;

import java.time.Instant;

/**
 * An application about a permit told the permit something: a step on the way, or its end.
 *
 * @param permitId the permit's application
 * @param process of the application that tells
 * @param word the outcome it ended with, or the action at which it is told
 * @param evidence what goes with it, as its kind, the digest of its schema and its content; or null
 */
public record PermitInformed(String permitId, String process, String word, Object evidence, Instant at) {}
