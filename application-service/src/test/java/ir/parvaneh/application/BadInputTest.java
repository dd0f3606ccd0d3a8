package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.contracts.Reason;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {

    private static final Person OWNER = Person.citizen("citizen-of-bad-input");
    private static final String GOOD =
            "{\"requestType\":\"PERMIT_NEW_BUILD\",\"renovationCode\":\"7-1-12-4-0-0-0\",\"districtNo\":7}";

    @ParameterizedTest(name = "{0}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing                | | 400 | empty-body",
                "half a document        | {\"requestType\": | 400 | malformed-json",
                "a field twice          | {\"requestType\":\"A\",\"requestType\":\"B\"} | 400 | duplicate-field",
                "an unknown field       | {\"requestType\":\"A\",\"renovationCode\":\"B\",\"districtNo\":7,\"colour\":\"red\"} | 400 | unknown-field",
                "a number as text       | {\"requestType\":\"A\",\"renovationCode\":\"7-1-12-4-0-0-0\",\"districtNo\":\"7\"} | 400 | wrong-type",
                "a field left out       | {\"requestType\":\"PERMIT_NEW_BUILD\",\"districtNo\":7} | 400 | missing-field",
                "a request not offered  | {\"requestType\":\"CLEARANCE\",\"renovationCode\":\"7-1-12-4-0-0-0\",\"districtNo\":7} | 422 | request-type-not-offered",
                "a code that is none    | {\"requestType\":\"PERMIT_NEW_BUILD\",\"renovationCode\":\"7-1\",\"districtNo\":7} | 422 | renovation-code-invalid",
                "a foreign district     | {\"requestType\":\"PERMIT_NEW_BUILD\",\"renovationCode\":\"7-1-12-4-0-0-0\",\"districtNo\":8} | 422 | district-differs"
            })
    void a_draft_that_cannot_be_read_or_breaks_a_rule_is_refused_by_its_code(
            String what, String body, int status, String code) {
        String sent = body == null ? "" : body;
        for (String language : List.of("fa", "en")) {
            Answer answer = CITY.sends(
                    OWNER, "/v1/applications", sent, UUID.randomUUID().toString(), "Accept-Language", language);
            answer.isProblem(status, code);
            assertThat(answer.header("Content-Language")).isEqualTo(language);
            assertThat(answer.text("/title").matches(".*[آ-ی].*")).isEqualTo(language.equals("fa"));
        }
    }

    @Test
    void a_creation_needs_a_key_and_the_same_key_files_once() {
        CITY.sends(OWNER, "/v1/applications", GOOD, null).isProblem(400, "idempotency-key-missing");
        String key = UUID.randomUUID().toString();
        Answer first = CITY.sends(OWNER, "/v1/applications", GOOD, key).is(201);
        Answer again = CITY.sends(OWNER, "/v1/applications", GOOD, key).is(201);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        String other = GOOD.replace("12", "13");
        CITY.sends(OWNER, "/v1/applications", other, key).isProblem(422, "idempotency-key-reused");
    }

    @Test
    void a_change_needs_the_version_that_was_seen() {
        FileStory story = FileStory.drafted();
        String actions = story.path() + "/actions";
        Map<String, Object> body = Map.of("action", "submit");
        CITY.post(story.owner, actions, body).isProblem(428, "if-match-missing");
        CITY.post(story.owner, actions, body, "If-Match", "\"99\"").isProblem(412, "stale-version");
        CITY.post(story.owner, actions, body, "If-Match", "soon").isProblem(400, "if-match-invalid");
    }

    @Test
    void an_action_that_is_not_open_is_refused_with_those_that_are() {
        FileStory story = FileStory.drafted();
        Answer answer = story.acts(story.owner, "appeal", null, List.of()).isProblem(409, "illegal-in-stage");
        assertThat(answer.body().get("allowed").valueStream().map(one -> one.asString()))
                .containsExactlyInAnyOrder("submit", "withdraw");
    }

    @Test
    void a_task_that_was_never_open_is_stale() {
        FileStory story = FileStory.drafted();
        Map<String, Object> body = Map.of("action", "submit", "opening", 77);
        CITY.post(
                        story.owner,
                        story.path() + "/actions",
                        body,
                        "If-Match",
                        story.seen().etag())
                .isProblem(409, "stale-task");
    }

    @Test
    void a_guard_that_refuses_speaks_in_the_language_of_the_caller() {
        FileStory story = FileStory.drafted();
        var evidence = (tools.jackson.databind.node.ObjectNode) FileStory.evidence(story.open("submit"));
        evidence.put("consent", false);
        Map<String, Object> body = Map.of("action", "submit", "evidence", evidence);
        String etag = story.seen().etag();
        Answer fa = CITY.post(story.owner, story.path() + "/actions", body, "If-Match", etag, "Accept-Language", "fa");
        fa.isProblem(422, "guard-refused");
        assertThat(fa.text("/detail")).isEqualTo("متقاضی با شرایط خدمت موافقت کرده است.");
        Answer en = CITY.post(story.owner, story.path() + "/actions", body, "If-Match", etag);
        assertThat(en.text("/detail")).isEqualTo("The applicant consents to the terms of service.");
        assertThat(en.text("/guard")).isEqualTo("consent-given");
    }

    @Test
    void evidence_of_another_kind_is_refused_with_the_place_of_the_fault() {
        FileStory story = FileStory.drafted();
        Answer answer = story.acts(story.owner, "submit", Map.of("consent", "yes"), List.of());
        answer.isProblem(422, "wrong-evidence");
        assertThat(answer.body().get("errors").valueStream().map(one -> one.get("pointer")
                        .asString()))
                .contains("/evidence/consent");
        story.acts(story.owner, "submit", null, List.of()).isProblem(422, "wrong-evidence");
    }

    @Test
    void a_submission_about_another_plot_is_refused() {
        FileStory story = FileStory.drafted();
        var evidence = (tools.jackson.databind.node.ObjectNode) FileStory.evidence(story.open("submit"));
        evidence.put("renovationCode", "7-1-12-5-0-0-0");
        story.acts(story.owner, "submit", evidence, List.of()).isProblem(422, "wrong-evidence");
    }

    @ParameterizedTest
    @CsvSource({"call 0912 345 6789,/reasons/0/text", "my id is ۰۴۹۹۳۷۰۸۹۹,/reasons/0/text"})
    void a_reason_that_names_a_person_is_refused(String text, String pointer) {
        FileStory story = FileStory.drafted();
        Answer answer = story.acts(story.owner, "withdraw", null, List.of(new Reason("other", text)));
        answer.isProblem(422, "personal-data-in-text");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void a_cursor_that_was_altered_or_belongs_to_another_list_is_refused() {
        FileStory story = FileStory.submitted();
        String cursor =
                CITY.get(story.owner, story.path() + "/timeline?limit=1").text("/nextCursor");
        String altered = (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1);
        CITY.get(story.owner, story.path() + "/timeline?cursor=" + altered).isProblem(400, "cursor-tampered");
        CITY.get(story.owner, "/v1/applications?cursor=" + cursor).isProblem(400, "cursor-tampered");
    }

    @Test
    void tokens_that_are_missing_expired_or_forged_are_told_apart() {
        String path = "/v1/applications";
        CITY.get(null, path).isProblem(401, "token-missing");
        CITY.get(null, path, "Authorization", "Bearer " + CITY.issuer.expired(OWNER.id(), OWNER::claim))
                .isProblem(401, "token-expired");
        CITY.get(null, path, "Authorization", "Bearer " + CITY.issuer.forged(OWNER.id(), OWNER::claim))
                .isProblem(401, "token-invalid");
        CITY.get(null, path, "Authorization", "Bearer nonsense").isProblem(401, "token-invalid");
    }
}
