package ir.parvaneh.process;

import tools.jackson.databind.JsonNode;

/** Evidence as it stands on the file and travels in events: its kind, the digest of its schema, its content. */
public record Exhibit(String schema, String digest, JsonNode content) {

    /** Evidence as an exhibit of its kind. */
    public static Exhibit of(EvidenceKind kind, Evidence evidence) {
        return new Exhibit(kind.name(), kind.digest(), Json.tree(evidence));
    }

    /** The content as the record of its kind. */
    public <E extends Evidence> E as(Class<E> record) {
        return Json.read(content, record);
    }
}
