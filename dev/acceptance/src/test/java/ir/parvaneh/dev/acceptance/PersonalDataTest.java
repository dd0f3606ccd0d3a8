package ir.parvaneh.dev.acceptance;

import static ir.parvaneh.dev.acceptance.MarkedValues.FULL_NAME;
import static ir.parvaneh.dev.acceptance.MarkedValues.MOBILE;
import static ir.parvaneh.dev.acceptance.MarkedValues.NAME;
import static ir.parvaneh.dev.acceptance.MarkedValues.NATIONAL_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.iran.PersianText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Marked values, such as nobody else has, go through every door that takes them, and one that has no business with them:
 * they are in no topic, log, problem body, nor anywhere in the stores.
 */
final class PersonalDataTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final MarkedValues marks = new MarkedValues();
    private final List<Reply> refused = new ArrayList<>();
    private final PermitFile file = PermitFile.drafted("citizen-0311", "office-033", 15);

    @Test
    void no_name_and_no_number_is_in_any_topic_log_problem_or_store() {
        tellWhoHeIs();
        knockAtEveryDoor();
        file.to("district-approval").play("approve-permit");
        knockAtDesks();
        settle();
        assertThat(refused).isNotEmpty();
        refused.forEach(reply -> marks.areNotIn("a problem: " + reply.text(), reply.toString()));
        marks.areInNoTopic();
        marks.areInNoStore();
        marks.areInNoFile();
    }

    private void tellWhoHeIs() {
        Map<String, Object> profile = Map.of("nationalId", NATIONAL_ID, "name", FULL_NAME, "mobile", MOBILE);
        Reply told = new Ask("PUT", "/v1/me").as(file.owner).json(profile).send();
        assertThat(told.status()).as(told.toString()).isEqualTo(204);
        assertThat(file.owner.get("/v1/me").at("/name")).isEqualTo(FULL_NAME);
        assertThat(file.owner.get("/v1/me").at("/nationalId")).isEqualTo(NATIONAL_ID);
    }

    private void knockAtEveryDoor() {
        for (String mark : List.of(NATIONAL_ID, MOBILE, NAME)) {
            drafts(mark);
            representatives(mark);
            addresses(mark);
            brokenBodies(mark);
            refuse(Ask.post("/v1/applications", file.draft()).as(file.owner).key(ascii(mark)));
        }
        reasons("withdraw");
    }

    private static String ascii(String mark) {
        return mark.equals(NAME) ? " " : mark;
    }

    private void drafts(String mark) {
        for (String field : List.of("requestType", "renovationCode", "officeWish")) {
            Map<String, Object> draft = new LinkedHashMap<>(file.draft());
            draft.put(field, mark);
            refuse(Ask.post("/v1/applications", draft).as(file.owner));
        }
    }

    private void representatives(String mark) {
        String door = "/v1/applications/" + file.id + "/representatives";
        String somebody = new Person("citizen-0312").id();
        Map<String, Object> paper = Map.of("kind", mark, "digest", "ab".repeat(32), "pages", 1);
        Map<String, Object> digest = Map.of("kind", "power-of-attorney", "digest", mark, "pages", 1);
        List<Map<String, Object>> bodies = List.of(
                Map.of("personId", mark, "kind", "co-owner"),
                Map.of("personId", somebody, "kind", mark),
                Map.of("personId", somebody, "kind", "co-owner", "proof", paper),
                Map.of("personId", somebody, "kind", "co-owner", "proof", digest),
                Map.of("personId", somebody, "kind", "co-owner", "powers", List.of(mark)));
        bodies.forEach(body -> refuse(Ask.post(door, body).as(file.owner)));
    }

    private void addresses(String mark) {
        String written = URLEncoder.encode(mark, StandardCharsets.UTF_8);
        for (String path : List.of(
                "/v1/applications/" + written,
                "/v1/tracking/" + written,
                "/v1/applications?limit=" + written,
                "/v1/applications?cursor=" + written,
                "/v1/visits/" + written,
                "/v1/offices/" + written + "/people",
                "/v1/nowhere/" + written,
                "/v1/processes/" + written + "/1")) {
            refuse(Ask.get(path).as(file.owner));
        }
        file.owner.get("/v1/applications?q=" + written);
    }

    private void brokenBodies(String mark) {
        for (String body : List.of(
                "{\"nationalId\": \"" + mark,
                "{\"" + mark + "\": 1, \"name\": \"a\"}",
                "{\"name\": \"" + mark + "\", \"name\": \"" + mark + "\"}",
                "{\"nationalId\": \"" + mark + "x\", \"name\": \"" + mark + "\", \"mobile\": \"" + mark + "\"}",
                "{\"name\": {\"" + mark + "\": \"" + mark + "\"}}",
                "\"" + mark + "\"")) {
            refuse(new Ask("PUT", "/v1/me").as(file.owner).raw(body));
        }
    }

    /** A reason has a code and a text; a number stands in neither. */
    private void reasons(String action) {
        for (String mark : List.of(NATIONAL_ID, MOBILE, PersianText.persianDigits(NATIONAL_ID))) {
            for (Map<String, String> reason : List.of(
                    Map.of("code", "changed-my-mind", "text", "بنگرید " + mark + " را"),
                    Map.of("code", mark, "text", "متن"))) {
                refuse(Ask.post(
                                "/v1/applications/" + file.id + "/actions",
                                Map.of("action", action, "reasons", List.of(reason)))
                        .as(file.owner)
                        .ifMatch(file.seenBy(file.owner).etag()));
            }
        }
    }

    /** Numbers in the reasons, the evidence and the registers of those who work on files. */
    private void knockAtDesks() {
        PermitFile other = PermitFile.drafted("citizen-0313", "office-033", 15).to("ownership-check");
        Person clerk = other.person("office-clerk");
        Task task = other.task(clerk, "ownership-check");
        for (String mark : List.of(NATIONAL_ID, MOBILE)) {
            refuse(task.decide(clerk, reasoned("deed-copy-missing", "دارنده " + mark)));
            refuse(task.decide(clerk, reasoned(mark, "متن")));
            Map<String, Object> proof = Map.of(
                    "papers", List.of(Map.of("kind", mark, "digest", "ab".repeat(32), "pages", 1)), "holding", mark);
            refuse(task.decide(clerk, Map.of("action", "confirm-ownership", "evidence", proof)));
            refuse(Ask.post("/v1/visit-ledger", Map.of("applicationId", mark, "reasonCode", "x-y-z", "avoidable", true))
                    .as(clerk));
            registers(mark);
        }
    }

    private static Map<String, Object> reasoned(String code, String text) {
        return Map.of("action", "report-deficiency", "reasons", List.of(Map.of("code", code, "text", text)));
    }

    private void registers(String mark) {
        Person head = new Person("office-033-head");
        String office = "/v1/offices/office-033";
        String tag = head.get(office).etag();
        refuse(Ask.post(office + "/people", Map.of("personId", mark, "roles", List.of("office-clerk")))
                .as(head)
                .ifMatch(tag));
        String conflicts = office + "/people/" + new Person("office-033-clerk-1").id() + "/conflicts";
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of("renovationCodes", List.of(), "personIds", List.of(mark)),
                Map.of("renovationCodes", List.of("x" + mark), "personIds", List.of()))) {
            refuse(new Ask("PUT", conflicts)
                    .as(head)
                    .key(UUID.randomUUID().toString())
                    .ifMatch(tag)
                    .json(body));
        }
        Map<String, Object> delegation =
                Map.of("to", mark, "from", "2026-01-01", "until", "2099-01-01", "reason", "leave");
        refuse(Ask.post("/v1/delegations", delegation).as(new Person("district-15-deputy")));
    }

    private void refuse(Ask ask) {
        Reply reply = ask.send();
        assertThat(reply.status()).as(ask.request() + " " + reply).isBetween(400, 499);
        refused.add(reply);
    }

    /** Until nothing of this file is on its way any more. */
    private void settle() {
        try (Behind store = new Behind()) {
            await("history")
                    .atMost(SOON)
                    .until(() -> store.page(file.id).getArray("outbox").isEmpty());
        }
    }

    /** A search that finds nothing because it cannot find anything would prove nothing. */
    @Test
    void the_search_finds_what_is_there() {
        for (String form : List.of(NAME, PersianText.persianDigits(MOBILE), "x" + NATIONAL_ID + "y")) {
            assertThat(marks.standIn("{\"a\":\"" + form + "\"}")).isTrue();
        }
        assertThat(marks.standIn("{\"a\":\"1234567891\"}")).isFalse();
    }
}
