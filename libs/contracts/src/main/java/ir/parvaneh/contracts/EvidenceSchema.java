package ir.parvaneh.contracts;

/** The kind of evidence an action asks for; its JSON Schema is served under its SHA-256 digest (hex). */
public record EvidenceSchema(String schema, String digest) {}
