package ir.parvaneh.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.identity.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@ExtendWith(OutputCaptureExtension.class)
class EdgeTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static TestIssuer issuer;
    private static ConfigurableApplicationContext service;
    private static WebTestClient web;
    private static String token;

    @BeforeAll
    static void start() {
        issuer = new TestIssuer();
        service = new SpringApplicationBuilder(Small.class)
                .properties(
                        "server.port=0",
                        "parvaneh.issuer=" + issuer.url(),
                        "parvaneh.public-paths=/v1/public/**",
                        "logging.pattern.console=%X{traceId} %logger{0} %m%n")
                .run();
        web = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + service.getEnvironment().getProperty("local.server.port"))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
        token = issuer.token("p-1", "citizen");
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"renovationCode":"1","districtNo":6                          | malformed-json  | ''
        {"renovationCode":"1","districtNo":6,"districtNo":7}          | duplicate-field | /districtNo
        {"renovationCode":"1","districtNo":6,"parts":[{"a":1,"a":2}]} | duplicate-field | /parts/0/a
        {"renovationCode":"1","districtNo":6,"extra":1}               | unknown-field   | /extra
        {"renovationCode":"1","districtNo":6,"parts":[{"kind":"k","x":1}]} | unknown-field   | /parts/0/x
        {"renovationCode":"1","districtNo":"6"}                       | wrong-type      | /districtNo
        {"renovationCode":1,"districtNo":6}                           | wrong-type      | /renovationCode
        {"renovationCode":"1","districtNo":6.5}                       | wrong-type      | /districtNo
        {"renovationCode":"1","districtNo":null}                      | missing-field   | /districtNo
        {"renovationCode":"1"}                                        | missing-field   | /districtNo
        {"districtNo":6}                                              | missing-field   | /renovationCode
        {"renovationCode":"1","districtNo":6,"parts":[{"note":"n"}]}  | missing-field   | /parts/0/kind
        {"renovationCode":"1","districtNo":6,"parts":[null]}          | missing-field   | /parts/0
        {"renovationCode":"1","districtNo":6,"names":["a",null]}      | missing-field   | /names/1
        {"renovationCode":"1","districtNo":6,"areas":{"roof":null}}   | missing-field   | /areas/roof
        {"renovationCode":"1","districtNo":6} trailing                | malformed-json  | ''
        [1]                                                           | wrong-type      | ''
        null                                                          | wrong-type      | ''
        """)
    void a_body_that_is_not_as_agreed_is_named_with_its_place(String body, String code, String pointer) {
        var problem = problem(post("/v1/drafts", body, "k"), 400, code);

        problem.jsonPath("$.errors[0].code").isEqualTo(code);
        problem.jsonPath("$.errors[0].pointer").isEqualTo(pointer);
    }

    @Test
    void an_absent_an_empty_and_a_huge_body_are_told_apart() {
        problem(
                web.post()
                        .uri("/v1/drafts")
                        .headers(h -> h.setBearerAuth(token))
                        .contentType(MediaType.APPLICATION_JSON)
                        .exchange(),
                400,
                "empty-body");
        problem(post("/v1/drafts", "  ", "k"), 400, "empty-body");
        problem(post("/v1/drafts", "\"" + "x".repeat(300_000) + "\"", "k"), 413, "body-too-large");
    }

    @Test
    void only_json_is_taken() {
        problem(
                web.post()
                        .uri("/v1/drafts")
                        .headers(h -> h.setBearerAuth(token))
                        .contentType(MediaType.TEXT_PLAIN)
                        .bodyValue("x")
                        .exchange(),
                415,
                "unsupported-media-type");
    }

    @Test
    void addresses_methods_and_formats_that_are_not_there_are_problems_too() {
        problem(get("/v1/nothing"), 404, "no-such-path");
        problem(web.put().uri("/v1/drafts").headers(h -> h.setBearerAuth(token)).exchange(), 405, "method-not-allowed")
                .jsonPath("$.allowed[0]")
                .isEqualTo("POST");
        problem(
                web.get()
                        .uri("/v1/me")
                        .headers(h -> h.setBearerAuth(token))
                        .accept(MediaType.IMAGE_PNG)
                        .exchange(),
                406,
                "not-acceptable");
    }

    @Test
    void parameters_are_named() {
        problem(get("/v1/public/a"), 400, "parameter-missing")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("times");
        problem(get("/v1/public/a?times=x"), 400, "parameter-invalid")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("times");
    }

    @ParameterizedTest
    @CsvSource({"store", "topic", "slow"})
    void a_dependency_that_is_away_is_503_with_a_time_to_come_again(String kind) {
        var answer = get("/v1/accidents/" + kind);

        answer.expectHeader().valueMatches("Retry-After", "\\d+");
        problem(answer, 503, "dependency-away");
    }

    @Test
    void an_unknown_accident_is_logged_with_its_trace_and_tells_nothing(CapturedOutput log) {
        var answer = web.get()
                .uri("/v1/accidents/other")
                .headers(h -> h.setBearerAuth(token))
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .exchange();

        problem(answer, 500, "internal")
                .jsonPath("$.traceId")
                .isEqualTo(TRACE)
                .jsonPath("$.detail")
                .value(detail -> assertThat(detail.toString()).doesNotContain("secret"));
        assertThat(log.getOut()).containsOnlyOnce("IllegalStateException: secret inside");
        assertThat(log.getOut()
                        .lines()
                        .filter(line -> line.contains("about to fail") || line.contains("/other failed")))
                .hasSize(2)
                .allMatch(line -> line.startsWith(TRACE));
    }

    @ParameterizedTest
    @CsvSource({"fa,یافت", "'fa-IR,fa;q=0.9,en;q=0.8',یافت", "*,یافت", "'en;q=0.9,fa;q=0.1',No such", "de,No such"})
    void texts_come_in_the_language_asked_for(String accept, String title) {
        var body = new String(
                web.get()
                        .uri("/v1/nothing")
                        .headers(h -> h.setBearerAuth(token))
                        .header("Accept-Language", accept)
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getResponseBody(),
                StandardCharsets.UTF_8);

        assertThat(body).contains(title.equals("یافت") ? "نشانی نیست" : title);
    }

    @Test
    void a_command_needs_a_key_and_a_change_also_the_version_seen() {
        problem(
                post("/v1/drafts", "{\"renovationCode\":\"1\",\"districtNo\":6}", null),
                400,
                "idempotency-key-missing");
        problem(post("/v1/changes", null, null), 400, "idempotency-key-missing");
        problem(post("/v1/changes", null, "bad key"), 400, "idempotency-key-invalid");
        problem(post("/v1/changes", null, "k1"), 428, "if-match-missing");
        problem(change("k2", "\"6\""), 412, "stale-version").jsonPath("$.etag").isEqualTo("\"7\"");
        problem(change("k3", "W/\"7\""), 400, "if-match-invalid");
        change("k4", "\"7\"").expectStatus().isOk();
    }

    @Test
    void the_same_key_in_flight_is_refused_and_makes_the_same_id_afterwards() {
        String body = "{\"renovationCode\":\"1\",\"districtNo\":6}";
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(() -> post("/v1/drafts", body, "twin"), threads);
            var second = CompletableFuture.supplyAsync(() -> post("/v1/drafts", body, "twin"), threads);
            assertThat(List.of(status(first.join()), status(second.join()))).containsExactlyInAnyOrder(201, 409);
        }
        String id = id(post("/v1/drafts", body, "twin"));
        assertThat(id(post("/v1/drafts", body, "twin"))).isEqualTo(id);
        assertThat(id(post("/v1/drafts", body, "other"))).isNotEqualTo(id);
    }

    @Test
    void the_api_document_describes_problems_and_headers() {
        web.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.openapi")
                .value(version -> assertThat(version.toString()).startsWith("3.1"))
                .jsonPath("$.components.schemas.Problem.properties.errors.items")
                .exists()
                .jsonPath("$.paths['/v1/drafts'].post.responses['409']")
                .exists()
                .jsonPath("$.paths['/v1/drafts'].post.parameters[?(@.name=='Idempotency-Key')]")
                .exists()
                .jsonPath("$.paths['/v1/drafts'].post.parameters[?(@.name=='caller')]")
                .doesNotExist();
    }

    private static WebTestClient.ResponseSpec get(String path) {
        return web.get().uri(path).headers(h -> h.setBearerAuth(token)).exchange();
    }

    private static WebTestClient.ResponseSpec post(String path, String body, String key) {
        var request = web.post().uri(path).headers(h -> {
            h.setBearerAuth(token);
            if (key != null) {
                h.set("Idempotency-Key", key);
            }
        });
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange();
    }

    private static WebTestClient.ResponseSpec change(String key, String ifMatch) {
        return web.post()
                .uri("/v1/changes")
                .headers(h -> h.setBearerAuth(token))
                .header("Idempotency-Key", key)
                .header("If-Match", ifMatch)
                .exchange();
    }

    private static WebTestClient.BodyContentSpec problem(WebTestClient.ResponseSpec answer, int status, String code) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.type")
                .isEqualTo("urn:parvaneh:problem:" + code)
                .jsonPath("$.traceId")
                .isNotEmpty();
    }

    private static int status(WebTestClient.ResponseSpec answer) {
        return answer.returnResult(String.class).getStatus().value();
    }

    private static String id(WebTestClient.ResponseSpec answer) {
        return answer.expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
