package ir.parvaneh.contracts;

import java.time.Instant;

/** A file was begun under an edition of a process; the hash names the edition's exact content. */
public record Begun(String process, String edition, String hash, Instant at) {}
