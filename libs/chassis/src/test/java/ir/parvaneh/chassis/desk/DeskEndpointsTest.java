package ir.parvaneh.chassis.desk;

import static ir.parvaneh.chassis.desk.DeskHttp.act;
import static ir.parvaneh.chassis.desk.DeskHttp.application;
import static ir.parvaneh.chassis.desk.DeskHttp.decide;
import static ir.parvaneh.chassis.desk.DeskHttp.decideReturn;
import static ir.parvaneh.chassis.desk.DeskHttp.expert;
import static ir.parvaneh.chassis.desk.DeskHttp.get;
import static ir.parvaneh.chassis.desk.DeskHttp.head;
import static ir.parvaneh.chassis.desk.DeskHttp.isDecided;
import static ir.parvaneh.chassis.desk.DeskHttp.item;
import static ir.parvaneh.chassis.desk.DeskHttp.key;
import static ir.parvaneh.chassis.desk.DeskHttp.left;
import static ir.parvaneh.chassis.desk.DeskHttp.open;
import static ir.parvaneh.chassis.desk.DeskHttp.pages;
import static ir.parvaneh.chassis.desk.DeskHttp.post;
import static ir.parvaneh.chassis.desk.DeskHttp.problem;
import static ir.parvaneh.chassis.desk.DeskHttp.refuse;
import static ir.parvaneh.chassis.desk.DeskHttp.service;
import static ir.parvaneh.chassis.desk.DeskHttp.show;
import static ir.parvaneh.chassis.desk.DeskHttp.token;
import static ir.parvaneh.chassis.desk.DeskHttp.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.dev.store.EmbeddedStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeskEndpointsTest {
    @BeforeAll
    static void start() {
        DeskHttp.start();
    }

    @AfterAll
    static void stop() {
        DeskHttp.stop();
    }

    @Test
    void a_task_is_shown_on_its_own_desk_only() {
        String task = open(6);

        show(expert, task)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.stage")
                .isEqualTo("plan-order")
                .jsonPath("$.actions[0].name")
                .isEqualTo("issue");
        problem(show(token("p-7", 7, "district-expert"), task), 404, "not-found");
        problem(show(token("p-0", null, "citizen"), task), 404, "not-found");
        problem(show(expert, "nonsense"), 404, "not-found");
        problem(get(token("p-0", null, "citizen"), "/v1/tasks"), 403, "forbidden");
    }

    @Test
    void a_decision_needs_key_version_stage_and_rule_in_this_order() {
        String task = open(6);
        String body = "{\"action\":\"issue\"}";

        problem(decide(expert, task, null, "\"1\"", body), 400, "idempotency-key-missing");
        problem(decide(expert, task, key(), null, body), 428, "if-match-missing");
        problem(decide(expert, task, key(), "\"9\"", "{\"action\":\"nothing\"}"), 412, "stale-version");
        problem(decide(expert, task, key(), "\"1\"", "{\"action\":\"nothing\"}"), 409, "illegal-in-stage")
                .jsonPath("$.allowed[0]")
                .isEqualTo("issue");
        problem(decide(expert, task, key(), "\"1\"", body), 422, "wrong-evidence")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/evidence");
        problem(
                        decide(
                                expert,
                                task,
                                key(),
                                "\"1\"",
                                "{\"action\":\"issue\",\"evidence\":{\"kind\":1,\"x\":2}}"),
                        422,
                        "wrong-evidence")
                .jsonPath("$.errors[?(@.pointer=='/evidence/pages' && @.code=='missing-field')]")
                .exists()
                .jsonPath("$.errors[?(@.pointer=='/evidence/kind' && @.code=='wrong-type')]")
                .exists()
                .jsonPath("$.errors[?(@.pointer=='/evidence/x' && @.code=='unknown-field')]")
                .exists();
        problem(decide(head, task, key(), "\"1\"", "{\"action\":\"return\"}"), 422, "reasons-required");
        problem(
                        decide(
                                head,
                                task,
                                key(),
                                "\"1\"",
                                "{\"action\":\"return\",\"reasons\":[{\"code\":\"x\",\"text\":\"call 09121234567\"}]}"),
                        422,
                        "personal-data-in-text")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/reasons/0/text");
        problem(
                        decide(expert, task, key(), "\"1\"", "{\"action\":\"return\",\"reasons\":[{\"code\":\"x\"}]}"),
                        400,
                        "missing-field")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/reasons/0/text");
    }

    @Test
    void signatures_move_a_task_and_the_last_one_decides() {
        String task = open(6);

        decide(expert, task, key(), "\"1\"", "{\"action\":\"issue\",\"evidence\":{\"pages\":3}}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("signing")
                .jsonPath("$.signing.preparedBy")
                .isEqualTo("p-expert");
        problem(decide(expert, task, key(), "\"2\"", "{\"action\":\"issue\"}"), 422, "separation-of-duties");
        decide(head, task, key(), "\"2\"", "{\"action\":\"issue\"}")
                .expectStatus()
                .isAccepted()
                .expectHeader()
                .valueEquals("Location", "/v1/tasks/" + task)
                .expectBody()
                .jsonPath("$.decision.answer")
                .isEqualTo("pending");
        problem(decide(head, task, key(), "\"3\"", "{\"action\":\"issue\"}"), 409, "decision-pending");
    }

    @Test
    void schemas_are_fetched_once_and_a_decision_is_one_write() {
        decideReturn(open(6));
        decide(expert, open(6), key(), "\"1\"", "{\"action\":\"issue\",\"evidence\":{\"pages\":3}}")
                .expectStatus()
                .isOk();
        int asked = DeskService.SCHEMAS_ASKED.get();
        String task = open(6);
        var counters = service.getBean(EmbeddedStore.class).counters();
        show(expert, task).expectStatus().isOk();
        long version = DeskService.page(pages, application(task)).version();

        decide(expert, task, key(), "\"1\"", "{\"action\":\"issue\",\"evidence\":{\"pages\":3}}")
                .expectStatus()
                .isOk();
        assertThat(DeskService.SCHEMAS_ASKED.get()).isEqualTo(asked).isPositive();
        assertThat(DeskService.page(pages, application(task)).version()).isEqualTo(version + 1);
        assertThat(counters).isNotNull();
    }

    @Test
    void a_repeated_key_is_answered_with_the_present_outcome() {
        String task = open(6);
        String key = key();
        String body = "{\"action\":\"return\",\"reasons\":[{\"code\":\"map\",\"text\":\"unclear\"}]}";
        decide(head, task, key, "\"1\"", body).expectStatus().isAccepted();

        decide(head, task, key, "\"1\"", body)
                .expectStatus()
                .isAccepted()
                .expectHeader()
                .valueEquals("Idempotency-Replayed", "true");
        problem(decide(head, task, key, "\"1\"", body.replace("unclear", "other")), 422, "idempotency-key-reused");
        left(task);
        decide(head, task, key, "\"1\"", body)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.decision.answer")
                .isEqualTo("accepted");
    }

    @Test
    void who_prefers_to_wait_gets_the_verdict() throws Exception {
        String accepted = open(6);
        String refused = open(6);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var yes = CompletableFuture.supplyAsync(() -> decideReturn(accepted, "wait=15"), threads);
            var no = CompletableFuture.supplyAsync(() -> decideReturn(refused, "wait=15"), threads);
            await().until(() -> isDecided(accepted) && isDecided(refused));
            left(accepted);
            refuse(refused);

            yes.get().expectStatus().isOk().expectBody().jsonPath("$.state").isEqualTo("closed");
            problem(no.get(), 422, "guard-refused").jsonPath("$.detail").isEqualTo("not yet paid");
        }
        show(head, refused)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("open")
                .jsonPath("$.decision.code")
                .isEqualTo("guard-refused");
        decideReturn(open(6), "wait=1").expectStatus().isAccepted();
    }

    @Test
    void a_closed_task_is_stale() {
        String task = open(6);
        left(task);

        problem(
                decide(expert, task, key(), "\"2\"", "{\"action\":\"issue\",\"evidence\":{\"pages\":1}}"),
                409,
                "stale-task");
    }

    @Test
    void tasks_are_claimed_released_and_given() {
        String task = open(6);
        act(expert, task, "claim", "\"1\"", null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.claimedBy")
                .isEqualTo("p-expert");
        problem(act(token("p-2", 6, "district-expert"), task, "claim", "\"2\"", null), 409, "claimed-by-another");
        problem(act(token("p-2", 6, "district-expert"), task, "release", "\"2\"", null), 403, "forbidden");
        act(head, task, "reassignment", "\"2\"", "{\"to\":\"p-2\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.claimedBy")
                .isEqualTo("p-2");
        act(head, task, "release", "\"3\"", null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.claimedBy")
                .doesNotExist();
    }

    @Test
    void a_stand_in_signs_only_where_the_role_is_lent() {
        String task = open(6);
        decide(expert, task, key(), "\"1\"", "{\"action\":\"issue\",\"evidence\":{\"pages\":3}}")
                .expectStatus()
                .isOk();
        String body = "{\"action\":\"issue\",\"onBehalfOf\":\"p-head\"}";

        problem(decide(token("p-x", 6, "district-clerk"), task, key(), "\"2\"", body), 403, "forbidden");
        decide(token("p-stand-in", 6, "district-clerk"), task, key(), "\"2\"", body)
                .expectStatus()
                .isAccepted();
    }

    @Test
    void many_tasks_are_signed_at_once_and_each_is_answered() {
        String good = open(6);
        String stale = open(6);
        String foreign = open(7);
        String items = String.join(",", item(good, "\\\"1\\\""), item(stale, "\\\"5\\\""), item(foreign, "\\\"1\\\""));

        post(head, "/v1/signatures", key(), null, null, "{\"items\":[" + items + "]}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].status")
                .isEqualTo(202)
                .jsonPath("$.items[0].etag")
                .isEqualTo("\"2\"")
                .jsonPath("$.items[1].status")
                .isEqualTo(412)
                .jsonPath("$.items[1].problem.code")
                .isEqualTo("stale-version")
                .jsonPath("$.items[2].problem.code")
                .isEqualTo("not-found");
        problem(post(head, "/v1/signatures", key(), null, null, "{\"items\":[]}"), 422, "too-many-items");
    }

    @Test
    void a_null_among_signatures_or_reasons_is_missing() {
        problem(post(head, "/v1/signatures", key(), null, null, "{\"items\":[null]}"), 400, "missing-field")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/items/0");
        problem(
                        decide(head, open(6), key(), "\"1\"", "{\"action\":\"return\",\"reasons\":[null]}"),
                        400,
                        "missing-field")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/reasons/0");
    }

    @Test
    void a_task_is_not_given_to_what_names_a_person_to_the_world() {
        String task = open(6);

        problem(act(head, task, "reassignment", "\"1\"", "{\"to\":\"09121234567\"}"), 422, "id-invalid")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/to");
        show(head, task).expectBody().jsonPath("$.claimedBy").doesNotExist();
    }
}
