package ir.parvaneh.application.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.iran.Tehran;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Answers anybody who holds a paper. A serial alone is told the least: kind, dates and what holds of it. Who shows the
 * signed statement from the code is also told what the paper must say, to be compared with what it does say.
 */
final class Verification {

    static final String NO_SERIAL = "not-a-serial";
    static final String NOT_REGISTERED = "not-registered";
    static final String SIGNATURE_BROKEN = "signature-broken";

    private final Register register;
    private final SigningKeys keys;
    private final CertificatePolicy policy;
    private final CityClock clock;

    Verification(Register register, SigningKeys keys, CertificatePolicy policy, CityClock clock) {
        this.register = register;
        this.keys = keys;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * What is known of a paper; it names no person.
     *
     * @param why only for the unknown: not-a-serial, not-registered or signature-broken
     * @param signed true when it was asked with a statement and the signature holds
     * @param supersededBy the serial of the newer paper
     * @param reason code of the revocation
     * @param says what the paper must say; only with a statement
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Finding(
            Standing result,
            Titles title,
            String why,
            String serial,
            String kind,
            Titles kindTitle,
            LocalDate issuedOn,
            LocalDate validUntil,
            Integer districtNo,
            boolean signed,
            String supersededBy,
            Instant supersededAt,
            Instant revokedAt,
            String reason,
            String plot,
            List<Said> says,
            Instant checkedAt) {}

    /** A line of the paper. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(String name, Titles label, Object value, Titles word, Titles unit) {}

    Mono<Finding> ofSerial(String written) {
        return Mono.justOrEmpty(Place.of(written))
                .map(place -> register.certificate(place.serial())
                        .map(page -> found(page.body(), policy, false, clock.now()))
                        .defaultIfEmpty(unknown(NOT_REGISTERED, clock.now())))
                .defaultIfEmpty(Mono.just(unknown(NO_SERIAL, clock.now())))
                .flatMap(finding -> finding);
    }

    Mono<Finding> ofStatement(String statement) {
        return keys.verified(statement.strip())
                .map(json -> register.certificate(Statement.read(json).jti())
                        .map(page -> found(page.body(), policy, true, clock.now()))
                        .defaultIfEmpty(unknown(NOT_REGISTERED, clock.now())))
                .defaultIfEmpty(Mono.just(unknown(SIGNATURE_BROKEN, clock.now())))
                .flatMap(finding -> finding);
    }

    static Finding unknown(String why, Instant now) {
        return new Finding(
                Standing.UNKNOWN,
                Standing.UNKNOWN.title(),
                why,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                now);
    }

    static Finding found(Certificate certificate, CertificatePolicy policy, boolean signed, Instant now) {
        Standing standing = certificate.standing(now);
        Kind kind = policy.kinds().get(certificate.kind());
        var superseded = certificate.superseded();
        var revocation = certificate.revocation();
        return new Finding(
                standing,
                standing.title(),
                null,
                certificate.serial(),
                kind.name(),
                kind.title(),
                Tehran.dateOf(certificate.issuedAt()),
                certificate.validUntil(),
                certificate.districtNo(),
                signed,
                superseded == null ? null : superseded.by(),
                superseded == null ? null : superseded.at(),
                revocation == null ? null : revocation.at(),
                revocation == null ? null : revocation.reason().code(),
                signed ? certificate.renovationCode() : null,
                signed ? says(certificate, kind, policy) : null,
                now);
    }

    private static List<Said> says(Certificate certificate, Kind kind, CertificatePolicy policy) {
        List<Said> says = new ArrayList<>();
        kind.lines().forEach(line -> {
            Object value = certificate.contents().get(line.name());
            if (value != null) {
                says.add(new Said(
                        line.name(),
                        line.label(),
                        value,
                        policy.words().get(value.toString()),
                        line.unit() == null ? null : policy.units().get(line.unit())));
            }
        });
        return says;
    }
}
