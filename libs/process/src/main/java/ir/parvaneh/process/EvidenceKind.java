package ir.parvaneh.process;

/**
 * A kind of evidence: its name in the process table, the record it is parsed into, its JSON Schema as text and the
 * SHA-256 of that text in lower-case hex, under which the schema is served.
 */
public record EvidenceKind(String name, Class<? extends Evidence> record, String schema, String digest) {

    public static EvidenceKind of(String name, Class<? extends Evidence> record, String schema) {
        return new EvidenceKind(name, record, schema, Digests.sha256(schema));
    }
}
