package ir.parvaneh.application.permit;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.process.Evidence;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The papers issued about a building that hold at present: none that gave way to a newer one or was taken back. */
public record CertificatesHeld(List<Held> certificates) implements Evidence {

    /** Under which name an application keeps it. */
    public static final String KIND = "certificates-held";

    public CertificatesHeld {
        certificates = certificates == null ? List.of() : List.copyOf(certificates);
    }

    /**
     * A paper that holds.
     *
     * @param validUntil its last day in Tehran, or null when it holds for ever
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Held(String serial, String kind, LocalDate issuedOn, LocalDate validUntil) {

        /** Whether it still holds on that day. */
        public boolean holdsOn(LocalDate day) {
            return validUntil == null || !validUntil.isBefore(day);
        }
    }

    /** The paper with that serial. */
    public Optional<Held> of(String serial) {
        return certificates.stream().filter(one -> one.serial().equals(serial)).findFirst();
    }

    /** The newest paper of one of these kinds that was issued on that day or later. */
    public Optional<Held> newest(Set<String> kinds, LocalDate notBefore) {
        return certificates.stream()
                .filter(one -> kinds.contains(one.kind()) && !one.issuedOn().isBefore(notBefore))
                .max(Comparator.comparing(Held::issuedOn).thenComparing(Held::serial));
    }
}
