package ir.parvaneh.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.contracts.Sources;
import ir.parvaneh.district.Person.Answer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class DistrictServiceTest {
    private static final List<String> THREE = List.of("district-expert", "district-head", "district-deputy");
    private static final Map<String, Object> FINDINGS = Map.of("levyCurrent", true);

    @TempDir
    static Path data;

    private static City city;

    @BeforeAll
    static void start() {
        city = new City(data);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    private final Person expert = city.ofDistrict(7, "expert", "district-expert");
    private final Person head = city.ofDistrict(7, "head", "district-head");
    private final Person deputy = city.ofDistrict(7, "deputy", "district-deputy");

    @Test
    void a_stage_held_by_a_district_is_prepared_signed_in_order_and_decided() {
        String file = registered(7, "signed");
        String task = entered(file, "plan-order", "district", null, action("issue", THREE, true));
        String etag = listed(expert, file);

        Answer early = head.post(decision(task), etag, Map.of("action", "issue", "evidence", FINDINGS));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.code()).isEqualTo("signatures-out-of-order");
        Answer wrong = expert.post(decision(task), etag, Map.of("action", "issue", "evidence", Map.of("levy", 1)));
        assertThat(wrong.code()).isEqualTo("wrong-evidence");

        Answer prepared = expert.post(decision(task), etag, Map.of("action", "issue", "evidence", FINDINGS));
        assertThat(prepared.status()).as(prepared.body().toString()).isEqualTo(200);
        Answer again = expert.post(decision(task), prepared.etag(), Map.of("action", "issue"));
        assertThat(again.status()).as("nobody signs what he prepared").isIn(403, 422);
        Answer second = head.post(decision(task), prepared.etag(), Map.of("action", "issue"));
        assertThat(second.status()).isEqualTo(200);
        Answer stale = deputy.post(decision(task), prepared.etag(), Map.of("action", "issue"));
        assertThat(stale.status()).isEqualTo(412);
        Answer third = deputy.post(decision(task), second.etag(), Map.of("action", "issue"));
        assertThat(third.status()).isEqualTo(202);

        await().untilAsserted(() -> assertThat(city.heard(file)).containsExactly("task-signed", "task-signed", "task-decided"));
        JsonNode decided = city.last(file, "task-decided");
        assertThat(decided.path("preparedBy").asString()).isEqualTo("expert");
        assertThat(decided.path("signedBy").valueStream().map(one -> one.path("personId").asString()))
                .containsExactly("expert", "head", "deputy");
        assertThat(decided.path("evidence").path("levyCurrent").booleanValue()).isTrue();
    }

    @Test
    void one_person_with_two_roles_cannot_give_two_signatures() {
        Person both = city.ofDistrict(7, "both", "district-expert", "district-head");
        String file = registered(7, "both");
        String task = entered(file, "plan-order", "district", null, action("issue", THREE, false));
        Answer first = both.post(decision(task), listed(both, file), Map.of("action", "issue"));
        Answer second = both.post(decision(task), first.etag(), Map.of("action", "issue"));
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.code()).isEqualTo("separation-of-duties");
    }

    @Test
    void another_district_finds_nothing() {
        String file = registered(7, "foreign");
        String task = entered(file, "status-control", "district", null, action("confirm", List.of("district-expert"), false));
        String etag = listed(expert, file);
        Person foreign = city.ofDistrict(8, "expert-8", "district-expert");
        assertThat(tasks(foreign, file)).isEmpty();
        assertThat(foreign.get("/v1/tasks/" + task).status()).isEqualTo(404);
        assertThat(foreign.post(decision(task), etag, Map.of("action", "confirm")).status()).isEqualTo(404);
        assertThat(foreign.get("/v1/dossiers/" + file).status()).isEqualTo(404);
        Person nobody = city.person("citizen", Map.of("roles", List.of("citizen")));
        assertThat(nobody.get("/v1/tasks").status()).isEqualTo(403);
    }

    @Test
    void an_agency_answers_its_own_enquiries_only_and_a_commission_its_reviews() {
        String file = registered(7, "enquiry");
        String asked = entered(file, "enquiry-sent", "agency", "utilities", action("answer", List.of("agency"), false));
        String review = entered(file, "review", "commission", null, action("grant", List.of("commission-member"), false));
        Person utilities = city.person("utilities", Map.of("roles", List.of("agency"), "agency", "utilities"));
        Person heritage = city.person("heritage", Map.of("roles", List.of("agency"), "agency", "heritage"));
        Person member = city.person("member", Map.of("roles", List.of("commission-member")));

        String etag = listed(utilities, file);
        assertThat(tasks(heritage, file)).isEmpty();
        assertThat(tasks(expert, file)).isEmpty();
        assertThat(utilities.get("/v1/tasks/" + review).status()).isEqualTo(404);
        assertThat(utilities.post(decision(asked), etag, Map.of("action", "answer")).status()).isEqualTo(202);
        assertThat(member.post(decision(review), listed(member, file), Map.of("action", "grant")).status()).isEqualTo(202);
    }

    @Test
    void a_left_stage_closes_its_task_and_a_refused_decision_opens_it_again() {
        String file = registered(7, "returned");
        String task = entered(file, "status-control", "district", null, action("confirm", List.of("district-expert"), false));
        Answer decided = expert.post(decision(task), listed(expert, file), Map.of("action", "confirm"));
        Object decidedAt = decided.body().path("decision").path("decidedAt").asString();
        city.tell(Sources.FILES, file, "decision-refused", Map.of(
                "opening", opening(task), "action", "confirm", "code", "guard-refused",
                "sentence", Map.of("fa", "عوارض نوسازی پرداخت نشده است", "en", "The levy is not paid"),
                "decidedAt", decidedAt, "at", now()));
        AtomicReference<Answer> open = new AtomicReference<>();
        await().until(() -> shown(expert, task, open).equals("open"));
        assertThat(open.get().body().path("decision").path("code").asString()).isEqualTo("guard-refused");

        left(file, opening(task), null, "status-control", "district", "withdraw");
        await().until(() -> shown(expert, task, open).equals("closed"));
        Answer late = expert.post(decision(task), open.get().etag(), Map.of("action", "confirm"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("stale-task");
    }

    @Test
    void many_are_signed_at_once_and_each_gets_its_own_answer() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String file = registered(7, "batch-" + i);
            String task = entered(file, "status-control", "district", null, action("confirm", List.of("district-expert"), false));
            items.add(item(task, listed(expert, file)));
        }
        items.set(3, item((String) items.get(3).get("taskId"), "\"99\""));
        items.add(item("nowhere.3", "\"1\""));

        Answer signed = expert.post("/v1/signatures", null, "batch-key", Map.of("items", items));
        assertThat(signed.status()).isEqualTo(200);
        assertThat(statuses(signed)).containsExactly(202, 202, 202, 412, 404);
        assertThat(signed.body().path("items").path(4).path("problem").path("code").asString()).isEqualTo("not-found");

        Answer repeated = expert.post("/v1/signatures", null, "batch-key", Map.of("items", items));
        assertThat(statuses(repeated)).containsExactly(202, 202, 202, 412, 404);
        await().untilAsserted(() -> assertThat(city.heard("batch-1")).containsExactly("task-decided"));
    }

    @Test
    void a_stand_in_of_the_same_district_signs_for_an_absent_head_until_it_is_revoked() {
        Person colleague = city.ofDistrict(7, "colleague", "district-income-expert");
        String file = registered(7, "delegated");
        String task = entered(file, "plan-order", "district", null, action("issue", THREE, false));
        Answer prepared = expert.post(decision(task), listed(expert, file), Map.of("action", "issue"));
        Map<String, Object> forHead = Map.of("action", "issue", "onBehalfOf", "head");
        assertThat(colleague.post(decision(task), prepared.etag(), forHead).status()).isEqualTo(403);

        Answer given = head.post("/v1/delegations", null, wish("colleague"));
        assertThat(given.status()).as(given.body().toString()).isEqualTo(201);
        assertThat(head.post("/v1/delegations", null, wish("head")).code()).isEqualTo("delegation-to-oneself");
        head.post("/v1/delegations", null, wish("expert"));
        assertThat(expert.post(decision(task), prepared.etag(), forHead).code())
                .as("who prepared does not sign for another").isEqualTo("separation-of-duties");
        Answer second = colleague.post(decision(task), prepared.etag(), forHead);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("signing").path("signedBy").path(1).path("onBehalfOf").asString()).isEqualTo("head");

        String path = "/v1/delegations/" + given.body().path("id").asString();
        assertThat(colleague.delete(path, given.etag()).status()).isEqualTo(403);
        assertThat(head.delete(path, given.etag()).status()).isEqualTo(200);
        assertThat(colleague.get("/v1/delegations").body().path("items").path(0).path("active").booleanValue()).isFalse();
        assertThat(head.delete(path, given.etag()).status()).isIn(409, 412);
    }

    @Test
    void the_board_equals_a_recount_from_histories_and_two_visits_are_told_once() {
        String file = registered(7, "counted");
        Instant filed = now().minus(10, ChronoUnit.DAYS);
        long office = city.tell(Sources.FILES, file, "stage-entered", stage(file, "ownership-check", "office", null, filed, List.of()));
        city.tell(Sources.OFFICE_PAGES, file, "office-assigned", Map.of("officeId", "office-017", "rule", "least-loaded", "at", filed));
        city.tell(Sources.OFFICE_PAGES, file, "visit-recorded", visit("office", filed));
        city.tell(Sources.FILES, file, "stage-left", leaving(office, null, "ownership-check", "office", "confirm", filed.plus(4, ChronoUnit.DAYS)));
        String task = entered(file, "status-control", "district", null, action("confirm", List.of("district-expert"), false));
        listed(expert, file);

        Answer visited = expert.post("/v1/district-visits", null, Map.of("applicationId", file, "reasonCode", "asked-to-come", "avoidable", true));
        assertThat(visited.status()).as(visited.body().toString()).isEqualTo(201);
        await().untilAsserted(() -> assertThat(city.heard(file)).containsExactly("visit-recorded", "double-visit-recorded"));
        left(file, opening(task), null, "status-control", "district", "confirm");
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
        assertThat(dossier.body().path("districtNo").intValue()).isEqualTo(7);
    }

    private static String registered(int districtNo, String file) {
        city.tell(Sources.FILES, file, "file-registered", Map.of(
                "ownerId", "owner", "requestType", "PERMIT_NEW_BUILD", "renovationCode", districtNo + "-1-12-4-0-0-0",
                "districtNo", districtNo, "trackingCode", "T-" + file));
        return file;
    }

    private static String entered(String file, String stage, String holder, String agency, Map<String, Object> action) {
        var data = stage(file, stage, holder, agency, now(), List.of(action));
        return file + "." + city.tell(Sources.FILES, file, "stage-entered", data);
    }

    private static Map<String, Object> stage(
            String file, String stage, String holder, String agency, Instant at, List<Map<String, Object>> actions) {
        Map<String, Object> data = new HashMap<>();
        data.put("opening", city.told(Sources.FILES, file).size() + 1);
        data.put("stage", stage);
        data.put("title", Map.of("fa", "مرحله", "en", stage));
        data.put("holder", holder);
        data.put("enteredAt", at);
        data.put("dueAt", at.plus(3, ChronoUnit.DAYS));
        data.put("term", "3 days");
        data.put("actions", actions);
        if (agency != null) {
            data.put("agency", agency);
        }
        return data;
    }

    private static Map<String, Object> action(String name, List<String> signers, boolean evidence) {
        Map<String, Object> action = new HashMap<>();
        action.put("name", name);
        action.put("title", Map.of("fa", "اقدام", "en", name));
        action.put("signedBy", signers);
        action.put("reasonsRequired", false);
        if (evidence) {
            action.put("evidence", Map.of("schema", "findings", "digest", "d1"));
        }
        return action;
    }

    private static void left(String file, long opening, String track, String stage, String holder, String action) {
        city.tell(Sources.FILES, file, "stage-left", leaving(opening, track, stage, holder, action, now()));
    }

    private static Map<String, Object> leaving(
            long opening, String track, String stage, String holder, String action, Instant at) {
        Map<String, Object> data = new HashMap<>();
        data.put("opening", opening);
        data.put("track", track);
        data.put("stage", stage);
        data.put("holder", holder);
        data.put("action", action);
        data.put("decidedAt", at);
        return data;
    }

    private static Map<String, Object> visit(String place, Instant at) {
        return Map.of("place", place, "unit", "office-017", "reasonCode", "identity", "avoidable", false, "at", at);
    }

    private static Map<String, Object> item(String task, String etag) {
        return Map.of("taskId", task, "etag", etag, "action", "confirm");
    }

    private static Map<String, Object> wish(String to) {
        return Map.of(
                "to", to,
                "from", now().minus(1, ChronoUnit.HOURS).toString(),
                "until", now().plus(1, ChronoUnit.DAYS).toString(),
                "reason", "on leave");
    }

    private static List<Integer> statuses(Answer answer) {
        return answer.body().path("items").valueStream().map(one -> one.path("status").intValue()).toList();
    }

    private static String decision(String task) {
        return "/v1/tasks/" + task + "/decision";
    }

    private static long opening(String task) {
        return Long.parseLong(task.substring(task.lastIndexOf('.') + 1));
    }

    private static String shown(Person who, String task, AtomicReference<Answer> seen) {
        seen.set(who.get("/v1/tasks/" + task));
        return seen.get().body().path("state").asString();
    }

    private static List<JsonNode> tasks(Person who, String file) {
        return who.get("/v1/tasks?application=" + file).body().path("items").valueStream().toList();
    }

    /** Waits until the file's newest task is in his list; the answer is its ETag. */
    private static String listed(Person who, String file) {
        await().until(() -> !tasks(who, file).isEmpty());
        return tasks(who, file).getLast().path("etag").asString();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
