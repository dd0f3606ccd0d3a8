package ir.parvaneh.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.contracts.Sources;
import ir.parvaneh.district.Person.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class DistrictServiceTest extends CityTest {
    private static final List<String> THREE = List.of("district-expert", "district-head", "district-deputy");
    private static final Map<String, Object> FINDINGS = Map.of("levyCurrent", true);

    private final Person expert = city.ofDistrict(7, "expert", "district-expert");
    private final Person head = city.ofDistrict(7, "head", "district-head");
    private final Person deputy = city.ofDistrict(7, "deputy", "district-deputy");

    @Test
    void a_stage_held_by_a_district_is_prepared_signed_in_order_and_decided() {
        String file = telling.registered(7, "signed");
        String task = telling.entered(file, "plan-order", "district", null, Telling.action("issue", THREE, true));
        String etag = expert.listed(file);

        Answer early = head.post(Person.decision(task), etag, Map.of("action", "issue", "evidence", FINDINGS));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.code()).isEqualTo("signatures-out-of-order");
        Answer wrong =
                expert.post(Person.decision(task), etag, Map.of("action", "issue", "evidence", Map.of("levy", 1)));
        assertThat(wrong.code()).isEqualTo("wrong-evidence");

        Answer prepared = expert.post(Person.decision(task), etag, Map.of("action", "issue", "evidence", FINDINGS));
        assertThat(prepared.status()).as(prepared.body().toString()).isEqualTo(200);
        Answer again = expert.post(Person.decision(task), prepared.etag(), Map.of("action", "issue"));
        assertThat(again.status()).as("nobody signs what he prepared").isIn(403, 422);
        Answer second = head.post(Person.decision(task), prepared.etag(), Map.of("action", "issue"));
        assertThat(second.status()).isEqualTo(200);
        Answer stale = deputy.post(Person.decision(task), prepared.etag(), Map.of("action", "issue"));
        assertThat(stale.status()).isEqualTo(412);
        Answer third = deputy.post(Person.decision(task), second.etag(), Map.of("action", "issue"));
        assertThat(third.status()).isEqualTo(202);

        await().untilAsserted(() ->
                assertThat(city.heard(file)).containsExactly("task-signed", "task-signed", "task-decided"));
        JsonNode decided = city.last(file, "task-decided");
        assertThat(decided.path("preparedBy").asString()).isEqualTo("expert");
        assertThat(decided.path("signedBy").valueStream().map(one -> one.path("personId")
                        .asString()))
                .containsExactly("expert", "head", "deputy");
        assertThat(decided.path("evidence").path("levyCurrent").booleanValue()).isTrue();
    }

    @Test
    void one_person_with_two_roles_cannot_give_two_signatures() {
        Person both = city.ofDistrict(7, "both", "district-expert", "district-head");
        String file = telling.registered(7, "both");
        String task = telling.entered(file, "plan-order", "district", null, Telling.action("issue", THREE, false));
        Answer first = both.post(Person.decision(task), both.listed(file), Map.of("action", "issue"));
        Answer second = both.post(Person.decision(task), first.etag(), Map.of("action", "issue"));
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.code()).isEqualTo("separation-of-duties");
    }

    @Test
    void another_district_finds_nothing() {
        String file = telling.registered(7, "foreign");
        String task = telling.entered(
                file, "status-control", "district", null, Telling.action("confirm", List.of("district-expert"), false));
        String etag = expert.listed(file);
        Person foreign = city.ofDistrict(8, "expert-8", "district-expert");
        assertThat(foreign.tasks(file)).isEmpty();
        assertThat(foreign.get("/v1/tasks/" + task).status()).isEqualTo(404);
        assertThat(foreign.post(Person.decision(task), etag, Map.of("action", "confirm"))
                        .status())
                .isEqualTo(404);
        assertThat(foreign.get("/v1/dossiers/" + file).status()).isEqualTo(404);
        Person nobody = city.person("citizen", Map.of("roles", List.of("citizen")));
        assertThat(nobody.get("/v1/tasks").status()).isEqualTo(403);
    }

    @Test
    void an_agency_answers_its_own_enquiries_only_and_a_commission_its_reviews() {
        String file = telling.registered(7, "enquiry");
        String asked = telling.entered(
                file, "enquiry-sent", "agency", "utilities", Telling.action("answer", List.of("agency"), false));
        String review = telling.entered(
                file, "review", "commission", null, Telling.action("grant", List.of("commission-member"), false));
        Person utilities = city.person("utilities", Map.of("roles", List.of("agency"), "agency", "utilities"));
        Person heritage = city.person("heritage", Map.of("roles", List.of("agency"), "agency", "heritage"));
        Person member = city.person("member", Map.of("roles", List.of("commission-member")));

        String etag = utilities.listed(file);
        assertThat(heritage.tasks(file)).isEmpty();
        assertThat(expert.tasks(file)).isEmpty();
        assertThat(utilities.get("/v1/tasks/" + review).status()).isEqualTo(404);
        assertThat(utilities
                        .post(Person.decision(asked), etag, Map.of("action", "answer"))
                        .status())
                .isEqualTo(202);
        assertThat(member.post(Person.decision(review), member.listed(file), Map.of("action", "grant"))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void a_left_stage_closes_its_task_and_a_refused_decision_opens_it_again() {
        String file = telling.registered(7, "returned");
        String task = telling.entered(
                file, "status-control", "district", null, Telling.action("confirm", List.of("district-expert"), false));
        Answer decided = expert.post(Person.decision(task), expert.listed(file), Map.of("action", "confirm"));
        Object decidedAt = decided.body().path("decision").path("decidedAt").asString();
        city.tell(
                Sources.FILES,
                file,
                "decision-refused",
                Map.of(
                        "opening",
                        Telling.opening(task),
                        "action",
                        "confirm",
                        "code",
                        "guard-refused",
                        "sentence",
                        Map.of("fa", "عوارض نوسازی پرداخت نشده است", "en", "The levy is not paid"),
                        "decidedAt",
                        decidedAt,
                        "at",
                        now()));
        AtomicReference<Answer> open = new AtomicReference<>();
        await().until(() -> shown(expert, task, open).equals("open"));
        assertThat(open.get().body().path("decision").path("code").asString()).isEqualTo("guard-refused");

        telling.left(file, Telling.opening(task), null, "status-control", "district", "withdraw");
        await().until(() -> shown(expert, task, open).equals("closed"));
        Answer late = expert.post(Person.decision(task), open.get().etag(), Map.of("action", "confirm"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("stale-task");
    }

    @Test
    void many_are_signed_at_once_and_each_gets_its_own_answer() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String file = telling.registered(7, "batch-" + i);
            String task = telling.entered(
                    file,
                    "status-control",
                    "district",
                    null,
                    Telling.action("confirm", List.of("district-expert"), false));
            items.add(Person.item(task, expert.listed(file)));
        }
        items.set(3, Person.item((String) items.get(3).get("taskId"), "\"99\""));
        items.add(Person.item("nowhere.3", "\"1\""));

        Answer signed = expert.post("/v1/signatures", null, "batch-key", Map.of("items", items));
        assertThat(signed.status()).isEqualTo(200);
        assertThat(signed.statuses()).containsExactly(202, 202, 202, 412, 404);
        assertThat(signed.body()
                        .path("items")
                        .path(4)
                        .path("problem")
                        .path("code")
                        .asString())
                .isEqualTo("not-found");

        Answer repeated = expert.post("/v1/signatures", null, "batch-key", Map.of("items", items));
        assertThat(repeated.statuses()).containsExactly(202, 202, 202, 412, 404);
        await().untilAsserted(() -> assertThat(city.heard("batch-1")).containsExactly("task-decided"));
    }

    @Test
    void a_stand_in_of_the_same_district_signs_for_an_absent_head_until_it_is_revoked() {
        Person colleague = city.ofDistrict(7, "colleague", "district-income-expert");
        String file = telling.registered(7, "delegated");
        String task = telling.entered(file, "plan-order", "district", null, Telling.action("issue", THREE, false));
        Answer prepared = expert.post(Person.decision(task), expert.listed(file), Map.of("action", "issue"));
        Map<String, Object> forHead = Map.of("action", "issue", "onBehalfOf", "head");
        assertThat(colleague
                        .post(Person.decision(task), prepared.etag(), forHead)
                        .status())
                .isEqualTo(403);

        Answer given = head.post("/v1/delegations", null, wish("colleague"));
        assertThat(given.status()).as(given.body().toString()).isEqualTo(201);
        assertThat(head.post("/v1/delegations", null, wish("head")).code()).isEqualTo("delegation-to-oneself");
        head.post("/v1/delegations", null, wish("expert"));
        assertThat(expert.post(Person.decision(task), prepared.etag(), forHead).code())
                .as("who prepared does not sign for another")
                .isEqualTo("separation-of-duties");
        Answer second = colleague.post(Person.decision(task), prepared.etag(), forHead);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()
                        .path("signing")
                        .path("signedBy")
                        .path(1)
                        .path("onBehalfOf")
                        .asString())
                .isEqualTo("head");

        String path = "/v1/delegations/" + given.body().path("id").asString();
        assertThat(colleague.delete(path, given.etag()).status()).isEqualTo(403);
        assertThat(head.delete(path, given.etag()).status()).isEqualTo(200);
        assertThat(colleague
                        .get("/v1/delegations")
                        .body()
                        .path("items")
                        .path(0)
                        .path("active")
                        .booleanValue())
                .isFalse();
        assertThat(head.delete(path, given.etag()).status()).isIn(409, 412);
    }

    @Test
    void the_board_equals_a_recount_from_histories_and_two_visits_are_told_once() {
        String file = telling.registered(7, "counted");
        Instant filed = now().minus(10, ChronoUnit.DAYS);
        telling.throughAnOffice(file, filed);
        String task = telling.entered(
                file, "status-control", "district", null, Telling.action("confirm", List.of("district-expert"), false));
        expert.listed(file);

        Answer visited = expert.post(
                "/v1/district-visits",
                null,
                Map.of("applicationId", file, "reasonCode", "asked-to-come", "avoidable", true));
        assertThat(visited.status()).as(visited.body().toString()).isEqualTo(201);
        await().untilAsserted(
                        () -> assertThat(city.heard(file)).containsExactly("visit-recorded", "double-visit-recorded"));
        telling.left(file, Telling.opening(task), null, "status-control", "district", "confirm");
        city.tell(Sources.FILES, file, "ended", Map.of("outcome", "permit-issued", "at", now()));

        Person auditor = city.person("auditor", Map.of("roles", List.of("auditor")));
        String asOf = "?asOf=" + now();
        await().untilAsserted(() -> {
            JsonNode board = auditor.get("/v1/insight/board" + asOf).body();
            assertThat(board.path("totals").path("issued").intValue()).isEqualTo(1);
            assertThat(board.path("doubleVisits").intValue()).isEqualTo(1);
            assertThat(auditor.get("/v1/insight/recount" + asOf).body()).isEqualTo(board);
        });
        assertThat(city.heard(file)).containsExactly("visit-recorded", "double-visit-recorded");
        assertThat(expert.get("/v1/insight/recount").status()).isEqualTo(403);

        Answer dossier = auditor.get("/v1/dossiers/" + file);
        assertThat(dossier.body().path("history").size()).isEqualTo(6);
        assertThat(dossier.body().path("evidence").size()).isEqualTo(2);
        assertThat(dossier.body().path("districtNo").intValue()).isEqualTo(7);
    }

    private static Map<String, Object> wish(String to) {
        return Map.of(
                "to",
                to,
                "from",
                now().minus(1, ChronoUnit.HOURS).toString(),
                "until",
                now().plus(1, ChronoUnit.DAYS).toString(),
                "reason",
                "on leave");
    }

    private static String shown(Person who, String task, AtomicReference<Answer> seen) {
        seen.set(who.get("/v1/tasks/" + task));
        return seen.get().body().path("state").asString();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
