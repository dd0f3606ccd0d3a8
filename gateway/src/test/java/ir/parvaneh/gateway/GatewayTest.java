package ir.parvaneh.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GatewayTest {
    private static final Map<String, Upstream> SERVICES = new LinkedHashMap<>();
    private static Issuer issuer;
    private static Doorway door;

    @BeforeAll
    static void open() {
        issuer = new Issuer();
        Map<String, String> addresses = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            SERVICES.put(service.label(), Upstream.saying(service.label()));
            addresses.put(service.label(), SERVICES.get(service.label()).address());
        }
        door = Doorway.open(
                issuer,
                addresses,
                "--parvaneh.gateway.max-body=1KB",
                "--parvaneh.gateway.cors.origins=https://a.example");
    }

    @AfterAll
    static void close() {
        door.close();
        SERVICES.values().forEach(Upstream::close);
        issuer.close();
    }

    @ParameterizedTest
    @CsvSource({
        "citizen, /v1/applications, application",
        "citizen, /v1/applications/1/timeline, application",
        "citizen, /v1/applications/1/uploads, application",
        "citizen, /v1/applications/1/documents, application",
        "citizen, /v1/uploads/1, application",
        "citizen, /v1/documents/1/content, application",
        "office-clerk, /v1/quality-checks, application",
        "citizen, /v1/applications/1/stream, notification",
        "citizen, /v1/me, application",
        "citizen, /v1/me/todo, application",
        "citizen, /v1/me/messages?unread=true, notification",
        "citizen, /v1/ping, application",
        "citizen, /v1/visits/1, office",
        "operator, /v1/operations/district/parked, district",
        "office-clerk, /v1/tasks, office",
        "engineer, /v1/tasks/7.1/claim, office",
        "district-expert, /v1/tasks, district",
        "agency, /v1/tasks, district",
        "commission-member, /v1/tasks/7.1, district",
        "district-head, /v1/insight/board, district",
    })
    void a_request_reaches_the_service_that_its_path_and_role_name(String role, String path, String service)
            throws Exception {
        assertThat(Doorway.send(door.to(path, issuer.token("p1", role))).body()).isEqualTo(service);
        assertThat(SERVICES.get(service).last().uri()).isEqualTo(path);
    }

    @Test
    void roles_are_read_where_keycloak_puts_them_too() throws Exception {
        assertThat(Doorway.send(door.to("/v1/tasks", issuer.keycloakToken("p1", "district-expert")))
                        .body())
                .isEqualTo("district");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/tracking/AB12", "/v1/evidence-schemas/abc", "/v1/processes", "/v1/offices"})
    void public_paths_ask_for_no_token(String path) throws Exception {
        assertThat(Doorway.send(door.to(path)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/offices/office-001",
        "/v1/engineers",
        "/v1/applications",
        "/v1/tasks",
        "/v1/operations/office/parked"
    })
    void other_paths_do(String path) throws Exception {
        HttpResponse<String> answer = Doorway.send(door.to(path));
        assertProblem(answer, 401, "token-missing");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @ParameterizedTest
    @CsvSource({"citizen, /v1/tasks", "auditor, /v1/tasks", "office-head, /v1/operations/office/parked"})
    void a_role_that_does_not_fit_is_forbidden(String role, String path) throws Exception {
        assertProblem(Doorway.send(door.to(path, issuer.token("p1", role))), 403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/heads",
                "/v1/internal/heads",
                "/v1",
                "/v1/applicationsx",
                "/v1/operations",
                "/v1/operations/issuer/x",
                "/dev/clock",
                "/oauth2/token",
                "/",
                "/actuator/env"
            })
    void what_is_no_road_is_not_found_with_or_without_a_token(String path) throws Exception {
        assertProblem(Doorway.send(door.to(path, issuer.token("p1", "operator"))), 404, "not-found");
        assertProblem(Doorway.send(door.to(path)), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/applications/../../internal/heads",
                "/v1/applications/%2e%2e/internal",
                "/v1//internal/heads",
                "/v1/applications;x=1/1",
                "/v1/applications/a%2Fb"
            })
    void paths_with_tricks_reach_no_service(String path) throws Exception {
        int before = SERVICES.get("application").asked().size();
        assertProblem(Doorway.send(door.to(path, issuer.token("p1", "operator"))), 400, "request-malformed");
        assertThat(SERVICES.get("application").asked()).hasSize(before);
    }

    @Test
    void bad_tokens_are_told_apart() throws Exception {
        assertProblem(Doorway.send(door.to("/v1/me", issuer.expired("p1"))), 401, "token-expired");
        assertProblem(Doorway.send(door.to("/v1/me", issuer.forged("p1"))), 401, "token-invalid");
        assertProblem(Doorway.send(door.to("/v1/me", issuer.ofAnotherIssuer("p1"))), 401, "token-invalid");
        assertProblem(Doorway.send(door.to("/v1/me", issuer.forAnotherAudience("p1"))), 401, "token-invalid");
        assertProblem(Doorway.send(door.to("/v1/me", "no.such.token")), 401, "token-invalid");
        assertProblem(Doorway.send(door.to("/v1/me", "")), 401, "token-missing");
        assertProblem(Doorway.send(door.to("/v1/me", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJwMSJ9.")), 401, "token-invalid");
    }

    @Test
    void a_remembered_token_still_expires() throws Exception {
        Instant soon = Instant.now().plusSeconds(2);
        String token = issuer.expiringAt(soon, "p1", "citizen");
        assertThat(Doorway.send(door.to("/v1/me", token)).statusCode()).isEqualTo(200);
        await().until(() -> Instant.now().isAfter(soon));
        assertProblem(Doorway.send(door.to("/v1/me", token)), 401, "token-expired");
    }

    @Test
    void problems_speak_persian_to_who_prefers_it() throws Exception {
        JsonNode persian = problem(Doorway.send(door.to("/v1/me").header("Accept-Language", "fa-IR,en;q=0.5")));
        assertThat(persian.path("title").asString()).isEqualTo("ابتدا وارد شوید");
        JsonNode english = problem(Doorway.send(door.to("/v1/me").header("Accept-Language", "de,en;q=0.5,fa;q=0.2")));
        assertThat(english.path("title").asString()).isEqualTo("Sign in first");
        JsonNode broken = problem(Doorway.send(door.to("/v1/me").header("Accept-Language", ";;q=zz")));
        assertThat(broken.path("title").asString()).isEqualTo("Sign in first");
    }

    @Test
    void headers_that_claim_an_identity_are_dropped_and_the_token_goes_on() throws Exception {
        String token = issuer.token("p1", "citizen");
        Doorway.send(door.to("/v1/me", token)
                .header("X-User-Id", "p2")
                .header("X-Forwarded-User", "p2")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Roles", "operator")
                .header("X-Office-Id", "office-009")
                .header("Forwarded", "for=10.0.0.1")
                .header("Idempotency-Key", "k1")
                .header("If-Match", "\"3\""));
        var seen = SERVICES.get("application").last().headers();
        assertThat(seen.names().stream().map(String::toLowerCase))
                .doesNotContain(
                        "x-user-id", "x-forwarded-user", "x-forwarded-for", "x-roles", "x-office-id", "forwarded");
        assertThat(seen.get("Authorization")).isEqualTo("Bearer " + token);
        assertThat(seen.get("Idempotency-Key")).isEqualTo("k1");
        assertThat(seen.get("If-Match")).isEqualTo("\"3\"");
    }

    @Test
    void a_trace_goes_on_and_a_broken_one_is_replaced() throws Exception {
        String id = "4bf92f3577b34da6a3ce929d0e0e4736";
        var answer =
                Doorway.send(door.to("/v1/tracking/AB12").header("traceparent", "00-" + id + "-00f067aa0ba902b7-01"));
        assertThat(answer.headers().firstValue("X-Trace-Id")).contains(id);
        assertThat(SERVICES.get("application").last().headers().get("traceparent"))
                .startsWith("00-" + id);
        var other = Doorway.send(door.to("/v1/me").header("traceparent", "00-zz-00f067aa0ba902b7-01"));
        assertThat(problem(other).path("traceId").asString())
                .matches("[0-9a-f]{32}")
                .isEqualTo(other.headers().firstValue("X-Trace-Id").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_body_that_is_too_large_is_refused_be_its_length_announced_or_not(boolean announced) throws Exception {
        byte[] body = new byte[2000];
        var publisher = announced
                ? HttpRequest.BodyPublishers.ofByteArray(body)
                : HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        var request = door.to("/v1/applications", issuer.token("p1", "citizen")).POST(publisher);
        assertProblem(Doorway.send(request), 413, "body-too-large");
    }

    @Test
    void a_body_goes_through_unchanged() throws Exception {
        var body = HttpRequest.BodyPublishers.ofString("{\"requestType\":\"ساخت\"}");
        Doorway.send(door.to("/v1/applications", issuer.token("p1", "citizen")).POST(body));
        assertThat(SERVICES.get("application").last().body()).isEqualTo("{\"requestType\":\"ساخت\"}");
    }

    @Test
    void pages_of_known_origins_may_call_and_others_may_not() throws Exception {
        var preflight = door.to("/v1/uploads/1")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://a.example")
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,upload-offset");
        assertThat(Doorway.send(preflight).headers().firstValue("Access-Control-Allow-Origin"))
                .contains("https://a.example");
        assertProblem(
                Doorway.send(door.to("/v1/offices").header("Origin", "https://b.example")), 403, "origin-refused");
    }

    @Test
    void keys_are_not_asked_for_again_by_every_forged_token() throws Exception {
        for (int i = 0; i < 20; i++) {
            Doorway.send(door.to("/v1/me", issuer.forged("p" + i)));
        }
        assertThat(issuer.keysAsked()).isLessThan(5);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = problem(answer);
        assertThat(problem.propertyNames())
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "code", "instance", "traceId");
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
    }

    private static JsonNode problem(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
