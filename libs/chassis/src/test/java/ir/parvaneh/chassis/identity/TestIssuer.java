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
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Signs tokens with a key of its own and serves that key, as the issuer of a city does. */
public final class TestIssuer implements AutoCloseable {
    private final RSAKey key = newKey();
    private final RSAKey forgersKey = newKey();
    private final AtomicInteger grants = new AtomicInteger();
    private final DisposableServer server;

    public TestIssuer() {
        String keys = new JWKSet(key.toPublicJWK()).toString();
        server = HttpServer.create()
                .host("localhost")
                .port(0)
                .route(routes -> routes.get("/oauth2/jwks", (request, response) -> response.header(
                                        "Content-Type", "application/json")
                                .sendString(Mono.just(keys)))
                        .post("/oauth2/token", (request, response) -> response.header(
                                        "Content-Type", "application/json")
                                .sendString(Mono.fromSupplier(this::grant))))
                .bindNow();
    }

    public String url() {
        return "http://localhost:" + server.port();
    }

    int grants() {
        return grants.get();
    }

    private String grant() {
        grants.incrementAndGet();
        return "{\"access_token\":\"" + token("service-a", "service")
                + "\",\"expires_in\":300,\"token_type\":\"Bearer\"}";
    }

    public String token(String person, String... roles) {
        return token(person, claims -> claims.claim("roles", List.of(roles)));
    }

    public String token(String person, Consumer<JWTClaimsSet.Builder> more) {
        return signed(key, claims(person, Instant.now().plus(Duration.ofMinutes(5)), more));
    }

    String expired(String person) {
        return signed(key, claims(person, Instant.now().minusSeconds(60), claims -> {}));
    }

    String forged(String person) {
        return signed(forgersKey, claims(person, Instant.now().plusSeconds(60), claims -> {}));
    }

    private JWTClaimsSet claims(String person, Instant until, Consumer<JWTClaimsSet.Builder> more) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .audience("parvaneh")
                .subject(person)
                .expirationTime(Date.from(until));
        more.accept(claims);
        return claims.build();
    }

    private static String signed(RSAKey with, JWTClaimsSet claims) {
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

    @Override
    public void close() {
        server.disposeNow();
    }
}
