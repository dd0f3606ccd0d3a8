package ir.parvaneh.process;

import java.util.Objects;

/** One signature under an action: by whom, in which role. */
public record Signature(String personId, String role) {

    public Signature {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(personId, "personId");
    }
}
