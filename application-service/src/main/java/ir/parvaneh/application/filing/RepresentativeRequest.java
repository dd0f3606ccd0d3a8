package ir.parvaneh.application.filing;

import ir.parvaneh.application.file.Representative;
import ir.parvaneh.application.permit.PermitEvidence.Paper;
import ir.parvaneh.chassis.web.Required;
import java.time.Instant;
import java.util.List;

/** The body that names somebody to act for the owner. */
record RepresentativeRequest(String personId, Representative.Kind kind, Paper proof, List<String> powers) {
    RepresentativeRequest {
        Required.of("personId", personId, "kind", kind);
        powers = powers == null ? List.of() : List.copyOf(powers);
    }

    Representative since(long version, Instant now) {
        return new Representative(personId, kind, proof, powers, now, version);
    }
}
