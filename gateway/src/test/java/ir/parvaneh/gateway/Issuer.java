package ir.parvaneh.gateway;

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
import java.util.List;
import java.util.Map;

/** Signs tokens as an issuer does, and serves its key. */
final class Issuer implements AutoCloseable {
    private final RSAKey key = newKey();
    private final Upstream door =
            Upstream.answering(asked -> Upstream.Answer.json(new JWKSet(key.toPublicJWK()).toString()));

    String address() {
        return door.address();
    }

    int keysAsked() {
        return door.asked().size();
    }

    String token(String subject, String... roles) {
        return sign(key, claims(subject, Instant.now().plusSeconds(300), roles).build());
    }

    String expired(String subject, String... roles) {
        return expiringAt(Instant.now().minusSeconds(60), subject, roles);
    }

    String expiringAt(Instant when, String subject, String... roles) {
        return sign(key, claims(subject, when, roles).build());
    }

    String ofAnotherIssuer(String subject, String... roles) {
        var claims = claims(subject, Instant.now().plusSeconds(300), roles).issuer("http://elsewhere");
        return sign(key, claims.build());
    }

    String forAnotherAudience(String subject, String... roles) {
        var claims = claims(subject, Instant.now().plusSeconds(300), roles).audience("elsewhere");
        return sign(key, claims.build());
    }

    String keycloakToken(String subject, String... roles) {
        var claims = claims(subject, Instant.now().plusSeconds(300));
        return sign(
                key,
                claims.claim("realm_access", Map.of("roles", List.of(roles))).build());
    }

    /** Same claims, same key id, another key. */
    String forged(String subject, String... roles) {
        return sign(
                newKey(), claims(subject, Instant.now().plusSeconds(300), roles).build());
    }

    private JWTClaimsSet.Builder claims(String subject, Instant expires, String... roles) {
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .audience("parvaneh")
                .subject(subject)
                .claim("roles", List.of(roles))
                .expirationTime(Date.from(expires));
    }

    private static String sign(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("k").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        door.close();
    }
}
