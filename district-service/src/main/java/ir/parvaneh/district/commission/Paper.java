package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.web.Required;

/** A paper: its kind, the SHA-256 of its content in hex, its pages. */
record Paper(String kind, String digest, int pages) {
    Paper {
        Required.of("kind", kind, "digest", digest);
        if (!kind.matches("[a-z][a-z0-9-]{0,39}") || !digest.matches("[0-9a-f]{64}") || pages < 1 || pages > 1000) {
            throw new IllegalArgumentException("no paper");
        }
    }
}
