package ir.parvaneh.chassis.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;

/** A key that signs tokens as an issuer's does, and a forger's that has the same name. For tests of every service. */
public final class TestKeys {
    private static final String NAME = "k1";

    private final RSAKey issuers = newKey();
    private final RSAKey forgers = newKey();

    /** The public part, as an issuer serves it. */
    public String jwks() {
        return new JWKSet(issuers.toPublicJWK()).toString();
    }

    public String signed(String issuer, String person, Instant until, Consumer<JWTClaimsSet.Builder> more) {
        return signed(issuers, issuer, person, until, more);
    }

    /** The same claims under the same key name, by another key. */
    public String forged(String issuer, String person, Instant until, Consumer<JWTClaimsSet.Builder> more) {
        return signed(forgers, issuer, person, until, more);
    }

    private static String signed(
            RSAKey key, String issuer, String person, Instant until, Consumer<JWTClaimsSet.Builder> more) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("parvaneh")
                .subject(person)
                .expirationTime(Date.from(until));
        more.accept(claims);
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(NAME).build();
            var token = new SignedJWT(header, claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(NAME).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
