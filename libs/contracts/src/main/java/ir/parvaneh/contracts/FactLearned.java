package ir.parvaneh.contracts;

import java.time.Instant;

/**
 * A file learned something that happened beside its process.
 *
 * @param kind which kind of evidence it is kept as, for example {@code slip-account}
 * @param evidence schema, digest and content
 */
public record FactLearned(String kind, Object evidence, Instant at) {}
