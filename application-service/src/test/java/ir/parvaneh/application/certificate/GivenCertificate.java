package ir.parvaneh.application.certificate;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Certificates as tests need them; all about the same plot. */
final class GivenCertificate {

    static final String CITY = "http://127.0.0.1:8080";
    static final CertificatePolicy POLICY = CertificatePolicy.load();
    static final Instant ISSUED = Instant.parse("2026-11-23T09:30:00Z");
    static final String FILE = "0193c1f2-0000-8000-8000-000000000001";

    private GivenCertificate() {}

    static Certificate permit(long number) {
        Map<String, Object> contents = new LinkedHashMap<>();
        contents.put("usage", "residential");
        contents.put("storeys", 5);
        contents.put("units", 8);
        contents.put("grossAreaM2", 1150.5);
        contents.put("plotAreaM2", 312);
        contents.put("parkingSpaces", 8);
        contents.put("setbackMetres", 1.5);
        contents.put("orderNumber", "6-1404-000123");
        return new Certificate(
                new Place("07-1405", number),
                "permit",
                FILE,
                FILE,
                "citizen-0001",
                "7-1-12-4-0-0-0",
                7,
                ISSUED,
                LocalDate.of(2028, 11, 22),
                contents,
                null,
                null,
                null,
                1);
    }

    /** With the statement it would have, signed by a key nobody else knows. */
    static Certificate signed(Certificate one) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID("test-only")
                    .type(JOSEObjectType.JWT)
                    .build();
            String says =
                    Statement.of(one, POLICY.kinds().get(one.kind()), CITY).json();
            JWSObject statement = new JWSObject(header, new Payload(says));
            statement.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
            return one.stating(statement.serialize());
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Certificate ofKind(Certificate one, String kind) {
        return new Certificate(
                one.place(),
                kind,
                one.applicationId(),
                one.building(),
                one.ownerId(),
                one.renovationCode(),
                one.districtNo(),
                one.issuedAt(),
                kind.equals("completion") ? null : one.validUntil(),
                one.contents(),
                one.statement(),
                null,
                null,
                1);
    }
}
