package ir.parvaneh.district;

import static ir.parvaneh.district.DocketHttp.PAPER;
import static ir.parvaneh.district.DocketHttp.action;
import static ir.parvaneh.district.DocketHttp.fine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.contracts.Sources;
import ir.parvaneh.district.Person.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the file that was referred hears from its docket, and who of its people may come to it. */
final class AnsweredReferralsTest extends CityTest {
    @Test
    void a_fine_is_decided_stands_is_paid_and_answers_the_file_that_waits_for_it() {
        DocketHttp docket = file("fined");
        var close = new HashMap<>(Telling.action("close-docket", List.of("commission-member"), true));
        String task = telling.entered("fined", "article-100", "commission", null, close);
        docket.referred().toHearing().decides(1, fine(150), "impose-fine").stands();
        docket.acts(docket.secretary, "demand-fine", null).pays();
        assertThat(docket.stage()).isEqualTo("fine-paid");
        await().untilAsserted(() -> assertThat(city.heard(docket.id))
                .startsWith("docket-opened", "begun", "stage-entered")
                .contains("commission-decided")
                .endsWith("stage-left", "ended", "docket-closed"));
        JsonNode decided = city.last(docket.id, "commission-decided");
        assertThat(decided.path("violatedOn").asString()).isEqualTo("2024-01-10");
        assertThat(decided.path("votes").size()).isEqualTo(3);
        await().untilAsserted(() -> assertThat(city.heard("fined")).contains("task-decided"));
        JsonNode answer = city.last("fined", "task-decided");
        assertThat(answer.path("opening").longValue()).isEqualTo(Telling.opening(task));
        assertThat(answer.path("action").asString()).isEqualTo("close-docket");
        assertThat(answer.path("evidence").path("outcome").asString()).isEqualTo("fine");
        assertThat(answer.path("evidence").path("fineRials").longValue())
                .isEqualTo(decided.path("fineRials").longValue());
    }

    @Test
    void nobody_answers_for_the_docket_and_a_claim_does_not_hold_its_answer_up() {
        DocketHttp docket = file("claimed").referred();
        var close = Telling.action("close-docket", List.of("commission-member"), true);
        String task = telling.entered("claimed", "article-100", "commission", null, close);
        Person councillor = city.person("councillor", Map.of("roles", List.of("commission-member")));
        String etag = councillor.listed("claimed");
        Map<String, Object> invented = Map.of("action", "close-docket", "evidence", Map.of("levyCurrent", true));
        Answer refused = councillor.post(Person.decision(task), etag, invented);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("decided-by-docket");
        assertThat(councillor
                        .post("/v1/tasks/" + task + "/claim", etag, Map.of())
                        .status())
                .isEqualTo(200);
        docket.toHearing().decides(1, Map.of("outcome", "no-violation", "minutes", PAPER), "find-no-violation");
        docket.acts(docket.secretary, "serve-acquittal", docket.service());
        await().untilAsserted(() -> assertThat(city.heard("claimed")).contains("task-decided"));
        assertThat(city.last("claimed", "task-decided").path("opening").longValue())
                .isEqualTo(Telling.opening(task));
    }

    @Test
    void an_attorney_of_the_owner_sees_and_defends_and_a_former_one_does_not() {
        DocketHttp docket = file("represented").referred();
        Person attorney = city.person("attorney", Map.of("roles", List.of("citizen")));
        docket.acts(docket.secretary, "serve-notice", docket.service());
        assertThat(docket.seenBy(attorney).status()).isEqualTo(404);
        city.tell(Sources.FILES, "represented", "representative-added", Map.of("personId", "attorney"));
        await().until(() -> docket.seenBy(attorney).status() == 200);
        assertThat(attorney.get("/v1/dockets?application=represented").body().path("items"))
                .hasSize(1);
        assertThat(attorney.get("/v1/dockets").body().path("items")).isEmpty();
        docket.does(attorney, "/defence", Map.of("papers", List.of(PAPER)));
        city.tell(Sources.FILES, "represented", "representative-removed", Map.of("personId", "attorney"));
        await().until(() -> docket.seenBy(attorney).status() == 404);
    }

    @Test
    void a_referral_that_is_withdrawn_gives_the_file_back() {
        DocketHttp docket = file("withdrawn").referred();
        var back = Telling.action("take-back-referral", List.of("commission-member"), false);
        String task = telling.entered("withdrawn", "article-100", "commission", null, back);
        var reasons = List.of(Map.of("code", "measured-again", "text", "the survey was wrong"));
        var action = new HashMap<>(action("withdraw-referral", null));
        action.put("reasons", reasons);
        assertThat(docket.tries(docket.expert, "/actions", action).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(city.heard("withdrawn")).contains("task-decided"));
        JsonNode answer = city.last("withdrawn", "task-decided");
        assertThat(answer.path("action").asString()).isEqualTo("take-back-referral");
        assertThat(answer.path("opening").longValue()).isEqualTo(Telling.opening(task));
    }

    @Test
    void a_docket_that_is_closed_before_the_file_asks_answers_it_when_it_does() {
        DocketHttp docket = file("early").referred().toHearing();
        docket.decides(1, Map.of("outcome", "no-violation", "minutes", PAPER), "find-no-violation");
        docket.acts(docket.secretary, "serve-acquittal", docket.service());
        await().untilAsserted(() -> assertThat(city.heard(docket.id)).endsWith("docket-closed"));
        var close = Telling.action("close-docket", List.of("commission-member"), true);
        String task = telling.entered("early", "article-100", "commission", null, close);
        await().untilAsserted(() -> assertThat(city.heard("early")).contains("task-decided"));
        assertThat(city.last("early", "task-decided").path("opening").longValue())
                .isEqualTo(Telling.opening(task));
    }
}
