package ir.parvaneh.chassis.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.parvaneh.chassis.web.Problems;
import ir.parvaneh.chassis.web.Small;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class IdentityTest {
    private static TestIssuer issuer;
    private static ConfigurableApplicationContext service;
    private static String base;
    private static WebTestClient web;

    @BeforeAll
    static void start() {
        issuer = new TestIssuer();
        service = new SpringApplicationBuilder(Small.class)
                .properties(
                        "server.port=0",
                        "parvaneh.issuer=" + issuer.url(),
                        "parvaneh.public-paths=/v1/public/**",
                        "logging.level.root=warn")
                .run();
        base = "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
        web = WebTestClient.bindToServer()
                .baseUrl(base)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.close();
    }

    @Test
    void a_caller_is_who_the_token_says() {
        String token = issuer.token("p-9", claims -> claims.claim("roles", List.of("district-expert"))
                .claim("realm_access", Map.of("roles", List.of("auditor")))
                .claim("office_id", "o-3")
                .claim("district_no", 6)
                .claim("agency", "fire"));

        for (int again = 0; again < 2; again++) {
            get("/v1/me", token)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.personId")
                    .isEqualTo("p-9")
                    .jsonPath("$.roles.length()")
                    .isEqualTo(2)
                    .jsonPath("$.officeId")
                    .isEqualTo("o-3")
                    .jsonPath("$.districtNo")
                    .isEqualTo(6)
                    .jsonPath("$.agency")
                    .isEqualTo("fire");
        }
    }

    @Test
    void a_missing_an_expired_and_a_forged_token_are_told_apart() {
        refused(web.get().uri("/v1/me").exchange(), "token-missing");
        refused(get("/v1/me", issuer.expired("p-1", claims -> {})), "token-expired");
        refused(get("/v1/me", issuer.forged("p-1", claims -> {})), "token-invalid");
        refused(get("/v1/me", "no.token.atall"), "token-invalid");
        refused(get("/v1/me", issuer.token("p-1", claims -> claims.audience("others"))), "token-invalid");
        refused(get("/v1/me", issuer.token("p-1", claims -> claims.issuer("http://evil"))), "token-invalid");
        refused(web.get().uri("/v1/me").header("Authorization", "Basic eDp5").exchange(), "token-missing");
        refused(web.get().uri("/v1/me").header("Authorization", "Bearer ").exchange(), "token-missing");
    }

    @Test
    void public_addresses_need_no_token_and_internal_ones_a_services() {
        web.get().uri("/v1/public/a?times=2").exchange().expectStatus().isOk();
        web.get().uri("/actuator/health").exchange().expectStatus().isOk();
        get("/internal/heads", issuer.token("p-1", "operator"))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("forbidden");
        get("/internal/heads", issuer.token("s-1", "service")).expectStatus().isOk();
    }

    @Test
    void a_services_own_token_is_fetched_once_and_used() {
        var tokens = new ServiceTokens(WebClient.create(), issuer.url() + "/oauth2/token", "a", "b");
        var calls = new InternalCalls(WebClient.create(), tokens, Duration.ofSeconds(5));
        int before = issuer.grants();

        for (int again = 0; again < 3; again++) {
            assertThat(calls.get(base, String.class, "/internal/heads").block()).isEqualTo("{}");
        }
        assertThat(issuer.grants() - before).isEqualTo(1);
        for (int again = 0; again < 2; again++) {
            assertThat(calls.get("http://localhost:1, " + base, String.class, "/internal/heads")
                            .block())
                    .isEqualTo("{}");
        }
        assertThat(calls.get(base, Map.class, "/internal/nothing-{x}", "here").blockOptional())
                .isEmpty();
    }

    @Test
    void a_service_that_fails_is_not_asked_again_and_again() {
        var asked = new AtomicInteger();
        DisposableServer broken = HttpServer.create()
                .port(0)
                .handle((request, response) -> {
                    asked.incrementAndGet();
                    return response.status(500).sendString(Mono.just("no"));
                })
                .bindNow();
        var tokens = new ServiceTokens(WebClient.create(), issuer.url() + "/oauth2/token", "a", "b");
        var calls = new InternalCalls(WebClient.create(), tokens, Duration.ofSeconds(5));
        for (int call = 0; call < 30; call++) {
            assertThatThrownBy(() -> calls.get("http://localhost:" + broken.port(), Map.class, "/x")
                            .block())
                    .satisfies(failure ->
                            assertThat(Problems.refusalOf(failure).code()).isEqualTo("dependency-away"));
        }

        assertThat(asked.get()).isBetween(10, 20);
        broken.disposeNow();
    }

    @Test
    void a_service_that_does_not_answer_in_time_is_away() {
        DisposableServer silent = HttpServer.create()
                .port(0)
                .handle((request, response) -> Mono.never())
                .bindNow();
        var tokens = new ServiceTokens(WebClient.create(), issuer.url() + "/oauth2/token", "a", "b");
        var calls = new InternalCalls(WebClient.create(), tokens, Duration.ofMillis(300));

        assertThatThrownBy(() -> calls.get("http://localhost:" + silent.port(), Map.class, "/x")
                        .block())
                .satisfies(failure ->
                        assertThat(Problems.refusalOf(failure).code()).isEqualTo("dependency-away"));
        silent.disposeNow();
    }

    private static WebTestClient.ResponseSpec get(String path, String token) {
        return web.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private static void refused(WebTestClient.ResponseSpec answer, String code) {
        answer.expectStatus()
                .isUnauthorized()
                .expectHeader()
                .exists("WWW-Authenticate")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }
}
