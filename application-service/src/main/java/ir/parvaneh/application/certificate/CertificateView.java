package ir.parvaneh.application.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.iran.Tehran;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A certificate for who sees its file.
 *
 * @param paper where its PDF is, per language
 * @param reason code of a revocation, or null
 * @param version its entity tag
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CertificateView(
        String serial,
        String kind,
        Titles title,
        Standing standing,
        String applicationId,
        LocalDate issuedOn,
        LocalDate validUntil,
        Map<String, Object> contents,
        String supersededBy,
        Instant revokedAt,
        String reason,
        Titles paper,
        String statement,
        long version) {

    static CertificateView of(Certificate certificate, Kind kind, Instant now) {
        String paper = "/v1/certificates/" + certificate.serial() + "/paper?lang=";
        var revocation = certificate.revocation();
        return new CertificateView(
                certificate.serial(),
                certificate.kind(),
                kind.title(),
                certificate.standing(now),
                certificate.applicationId(),
                Tehran.dateOf(certificate.issuedAt()),
                certificate.validUntil(),
                certificate.contents(),
                certificate.superseded() == null
                        ? null
                        : certificate.superseded().by(),
                revocation == null ? null : revocation.at(),
                revocation == null ? null : revocation.reason().code(),
                new Titles(paper + "fa", paper + "en"),
                certificate.statement(),
                certificate.changed());
    }
}
