package ir.parvaneh.chassis.desk;

import ir.parvaneh.chassis.desk.DeskService.Reviewed;
import ir.parvaneh.chassis.identity.TestIssuer;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.DecisionRefused;
import ir.parvaneh.contracts.EvidenceSchema;
import ir.parvaneh.contracts.OpenAction;
import ir.parvaneh.contracts.StageEntered;
import ir.parvaneh.contracts.StageLeft;
import ir.parvaneh.contracts.Titles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A running district desk and the words to speak to it over HTTP. */
final class DeskHttp {
    static final Instant DUE = Instant.parse("2026-05-01T10:00:00Z");
    static TestIssuer issuer;
    static ConfigurableApplicationContext service;
    static WebTestClient web;
    static Pages<Reviewed> pages;
    static String expert;
    static String head;

    @SuppressWarnings("unchecked")
    static void start() {
        issuer = new TestIssuer();
        service = new SpringApplicationBuilder(DeskService.class)
                .properties("server.port=0", "parvaneh.issuer=" + issuer.url(), "logging.level.root=warn")
                .run();
        pages = service.getBean("pages", Pages.class);
        web = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + service.getEnvironment().getProperty("local.server.port"))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
        expert = token("p-expert", 6, "district-expert");
        head = token("p-head", 6, "district-head");
    }

    static void stop() {
        service.close();
        issuer.close();
    }

    private DeskHttp() {}

    static String open(int district) {
        return open(district, Instant.now());
    }

    /** A task whose page changed at that instant. */
    static String open(int district, Instant changedAt) {
        String application = "a-" + UUID.randomUUID();
        var issue = new OpenAction(
                "issue",
                new Titles("صدور", "issue"),
                List.of("district-expert", "district-head"),
                null,
                new EvidenceSchema("order", "d1"),
                false,
                List.of());
        var back = new OpenAction("return", null, List.of("district-head"), null, null, true, List.of());
        var stage = new StageEntered(
                5,
                null,
                "plan-order",
                new Titles("دستور نقشه", "plan order"),
                "district",
                null,
                DUE.minusSeconds(60),
                DUE,
                "3 working days",
                List.of(issue, back),
                Map.of());
        change(application, desk -> desk.opened(stage, changedAt, 1), district);
        return application + ".5";
    }

    static void left(String task) {
        var decided = found(task).decision();
        var left = new StageLeft(
                5,
                null,
                "plan-order",
                "district",
                decided == null ? "withdraw" : decided.action(),
                decided == null ? "p-owner" : found(task).signing().preparedBy(),
                List.of(),
                null,
                List.of(),
                DUE);
        change(application(task), desk -> desk.closed(left, Instant.now(), version(task)), null);
    }

    private static Task found(String task) {
        return DeskService.page(pages, application(task)).body().desk().find(5).orElseThrow();
    }

    static void refuse(String task) {
        var decision = decision(task);
        change(
                application(task),
                desk -> desk.refused(
                        new DecisionRefused(
                                5,
                                decision.action(),
                                "guard-refused",
                                new Titles("هنوز نه", "not yet paid"),
                                decision.decidedAt(),
                                DUE),
                        Instant.now(),
                        version(task)),
                null);
    }

    static Task.Decision decision(String task) {
        return DeskService.page(pages, application(task))
                .body()
                .desk()
                .find(5)
                .orElseThrow()
                .decision();
    }

    static boolean isDecided(String task) {
        return decision(task) != null;
    }

    static long version(String task) {
        return DeskService.page(pages, application(task)).version() + 1;
    }

    static void change(String application, UnaryOperator<Desk> step, Integer district) {
        pages.change(
                        application,
                        Cause.clock(),
                        page -> Verdict.changed(new Reviewed(
                                district == null ? page.body().districtNo() : district,
                                step.apply(page.body().desk()))))
                .block();
    }

    static String application(String task) {
        return TaskId.of(task).applicationId();
    }

    static String item(String task, String etag) {
        return "{\"taskId\":\"" + task + "\",\"etag\":\"" + etag
                + "\",\"action\":\"return\",\"reasons\":[{\"code\":\"a\",\"text\":\"b\"}]}";
    }

    static WebTestClient.ResponseSpec decideReturn(String task) {
        return decideReturn(head, task, null);
    }

    static WebTestClient.ResponseSpec decideReturn(String task, String prefer) {
        return decideReturn(head, task, prefer);
    }

    static WebTestClient.ResponseSpec decideReturn(String token, String task, String prefer) {
        return post(
                token,
                "/v1/tasks/" + task + "/decision",
                key(),
                "\"1\"",
                prefer,
                "{\"action\":\"return\",\"reasons\":[{\"code\":\"map\",\"text\":\"unclear\"}]}");
    }

    static WebTestClient.ResponseSpec decide(String token, String task, String key, String etag, String body) {
        return post(token, "/v1/tasks/" + task + "/decision", key, etag, null, body);
    }

    static WebTestClient.ResponseSpec act(String token, String task, String act, String etag, String body) {
        return post(token, "/v1/tasks/" + task + "/" + act, key(), etag, null, body);
    }

    static WebTestClient.ResponseSpec post(
            String token, String path, String key, String etag, String prefer, String body) {
        var request = web.post().uri(path).headers(headers -> {
            headers.setBearerAuth(token);
            Map.of("Idempotency-Key", orEmpty(key), "If-Match", orEmpty(etag), "Prefer", orEmpty(prefer))
                    .forEach((name, value) -> {
                        if (!value.isEmpty()) {
                            headers.set(name, value);
                        }
                    });
        });
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange();
    }

    static String orEmpty(String value) {
        return value == null ? "" : value;
    }

    static WebTestClient.ResponseSpec show(String token, String task) {
        return get(token, "/v1/tasks/" + task);
    }

    static WebTestClient.ResponseSpec get(String token, String path) {
        return web.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    static TaskSlice page(String token, String path) {
        return get(token, path)
                .expectStatus()
                .isOk()
                .expectBody(TaskSlice.class)
                .returnResult()
                .getResponseBody();
    }

    static WebTestClient.BodyContentSpec problem(WebTestClient.ResponseSpec answer, int status, String code) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    static String token(String person, Integer district, String role) {
        return issuer.token(
                person, claims -> claims.claim("roles", List.of(role)).claim("district_no", district));
    }
}
