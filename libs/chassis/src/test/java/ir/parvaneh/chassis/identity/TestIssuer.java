package ir.parvaneh.chassis.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Signs tokens with keys of its own and serves them, as the issuer of a city does. For tests of every service. */
public final class TestIssuer implements AutoCloseable {
    private final TestKeys keys = new TestKeys();
    private final AtomicInteger grants = new AtomicInteger();
    private final DisposableServer server;

    public TestIssuer() {
        String jwks = keys.jwks();
        server = HttpServer.create()
                .host("localhost")
                .port(0)
                .route(routes -> routes.get("/oauth2/jwks", (request, response) -> response.header(
                                        "Content-Type", "application/json")
                                .sendString(Mono.just(jwks)))
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
        return keys.signed(url(), person, Instant.now().plus(Duration.ofHours(1)), more);
    }

    public String expired(String person, Consumer<JWTClaimsSet.Builder> more) {
        return keys.signed(url(), person, Instant.now().minusSeconds(60), more);
    }

    public String forged(String person, Consumer<JWTClaimsSet.Builder> more) {
        return keys.forged(url(), person, Instant.now().plus(Duration.ofHours(1)), more);
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
