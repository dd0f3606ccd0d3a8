package ir.parvaneh.application;

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
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Signs tokens with a test key and serves that key. */
final class TestIssuer {

    private final RSAKey key = newKey();
    private final RSAKey forgers = newKey();
    private final DisposableServer server;

    TestIssuer() {
        String keys = new JWKSet(key.toPublicJWK()).toString();
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get(
                        "/oauth2/jwks", (request, response) -> response.header("Content-Type", "application/json")
                                .sendString(Mono.just(keys))))
                .bindNow();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    String token(Person person) {
        return sign(key, claims(person, Instant.now().plusSeconds(3600)));
    }

    String expired(Person person) {
        return sign(key, claims(person, Instant.now().minusSeconds(60)));
    }

    String forged(Person person) {
        return sign(forgers, claims(person, Instant.now().plusSeconds(3600)));
    }

    private JWTClaimsSet claims(Person person, Instant until) {
        return new JWTClaimsSet.Builder()
                .issuer(url())
                .audience("parvaneh")
                .subject(person.id())
                .claim("roles", List.of(person.role()))
                .claim("office_id", person.office())
                .claim("district_no", person.district())
                .claim("agency", person.agency())
                .expirationTime(Date.from(until))
                .build();
    }

    private static String sign(RSAKey with, JWTClaimsSet claims) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims);
            jwt.sign(new RSASSASigner(with));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
