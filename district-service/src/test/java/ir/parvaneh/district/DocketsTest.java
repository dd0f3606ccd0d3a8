package ir.parvaneh.district;

import static ir.parvaneh.district.DocketHttp.PAPER;
import static ir.parvaneh.district.DocketHttp.action;
import static ir.parvaneh.district.DocketHttp.demolition;
import static ir.parvaneh.district.DocketHttp.fine;
import static ir.parvaneh.district.DocketHttp.photos;
import static ir.parvaneh.district.DocketHttp.referral;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.contracts.Sources;
import ir.parvaneh.district.Person.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class DocketsTest extends CityTest {
    @Test
    void a_demolition_is_executed_by_the_municipality_only_after_the_granted_period() {
        DocketHttp docket = file("demolished").referred().toHearing();
        docket.decides(1, demolition("urban-planning", 20), "order-demolition").stands();
        docket.acts(docket.secretary, "begin-execution-period", null);
        Answer early = docket.tries(docket.expert, "/actions", action("begin-execution", start(docket)));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.body().path("guard").asString()).isEqualTo("granted-period-over-at-start");
        docket.after(21).acts(docket.expert, "begin-execution", start(docket));
        docket.acts(
                docket.expert,
                "execute-forcibly",
                Map.of("executedOn", docket.today().toString(), "costRials", 5, "minutes", PAPER));
        assertThat(docket.now().path("outcome").asString()).isEqualTo("removed-by-force");
    }

    @Test
    void a_demolition_is_carried_out_by_the_owner_within_his_period() {
        DocketHttp docket = file("removed").referred().toHearing();
        docket.decides(1, demolition("urban-planning", 60), "order-demolition").stands();
        docket.acts(docket.secretary, "begin-execution-period", null);
        docket.acts(docket.owner, "report-removal", photos("removedOn", docket.today()));
        docket.acts(docket.expert, "confirm-removal", photos("visitedOn", docket.today()));
        assertThat(docket.stage()).isEqualTo("removed-by-owner");
    }

    @Test
    void an_objection_is_heard_by_other_members_and_reverses_the_decision() {
        DocketHttp docket = file("reversed").referred().toHearing();
        docket.decides(1, fine(300), "impose-fine").objects();
        Answer same = docket.tries(docket.secretary, "/hearing", docket.hearing(1));
        assertThat(same.code()).isEqualTo("member-decided-before");
        docket.decides(2, Map.of("outcome", "no-violation", "minutes", PAPER), "review-no-violation");
        docket.acts(docket.secretary, "serve-review-acquittal", docket.service());
        assertThat(docket.stage()).isEqualTo("no-violation");
    }

    @Test
    void a_late_defence_is_noted_as_late_and_after_the_decision_refused() {
        DocketHttp docket = file("late").referred();
        docket.acts(docket.secretary, "serve-notice", docket.service())
                .after(16)
                .awaits("first-hearing");
        Map<String, Object> defence = Map.of("papers", List.of(PAPER));
        docket.does(docket.owner, "/defence", defence);
        assertThat(docket.now().path("statements").get(0).path("late").booleanValue())
                .isTrue();
        docket.decides(1, fine(50), "impose-fine");
        Answer refused = docket.tries(docket.owner, "/defence", defence);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("decided-already");
    }

    @Test
    void a_demolition_ordered_for_safety_cannot_be_turned_into_a_fine_by_anybody() {
        DocketHttp docket = file("unsafe").referred().toHearing();
        docket.decides(1, demolition("technical", 30), "order-demolition").objects();
        docket.does(docket.secretary, "/hearing", docket.hearing(2))
                .does(docket.member(2, "municipal"), "/report", Map.of());
        Answer fined = docket.tries(docket.secretary, "/draft", fine(300));
        assertThat(fined.status()).isEqualTo(422);
        assertThat(fined.body().path("guard").asString()).isEqualTo("no-demolition-for-safety");
        assertThat(fined.body().path("detail").asString()).contains("never becomes a fine");
        docket.decides(2, demolition("technical", 30), "review-demolition");
        docket.acts(docket.secretary, "serve-review-decision", docket.service());
        Answer demanded = docket.tries(docket.secretary, "/actions", action("demand-fine", null));
        assertThat(demanded.status()).isEqualTo(422);
        docket.acts(docket.secretary, "begin-execution-period", null);
        Map<String, Object> money = Map.of("slipId", "slip-1", "amountRials", 0, "reference", "r-1");
        assertThat(docket.tries(docket.owner, "/actions", action("pay-fine", money))
                        .code())
                .isEqualTo("illegal-in-stage");
    }

    @Test
    void a_docket_is_opened_once_by_an_expert_of_the_plots_district() {
        DocketHttp docket = file("doors").referred();
        Person foreign = city.ofDistrict(8, "expert-8", "district-expert");
        assertThat(foreign.post("/v1/dockets", null, referral("doors")).code()).isEqualTo("file-not-known");
        assertThat(docket.owner.post("/v1/dockets", null, referral("doors")).status())
                .isEqualTo(403);
        assertThat(docket.expert.post("/v1/dockets", null, referral("doors")).code())
                .isEqualTo("docket-already-open");
        Answer once = docket.expert.post("/v1/dockets", null, "a-key", referral(telling.registered(7, "twice")));
        String key = once.status() == 201 ? "a-key" : "another-key";
        await().until(() ->
                docket.expert.post("/v1/dockets", null, key, referral("twice")).status() == 201);
        Answer again = docket.expert.post("/v1/dockets", null, key, referral("twice"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(docket.expert
                        .get("/v1/dockets?application=twice")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
        Map<String, Object> extra = new HashMap<>(referral("doors"));
        extra.put("more", 1);
        assertThat(docket.expert.post("/v1/dockets", null, extra).code()).isEqualTo("unknown-field");
    }

    @Test
    void everybody_sees_his_own_dockets_and_a_change_needs_what_he_saw() {
        DocketHttp docket = file("seen").referred();
        Person stranger = city.person("stranger", Map.of("roles", List.of("citizen")));
        Person judge = docket.member(3, "judge");
        for (Person other : List.of(stranger, judge, city.ofDistrict(8, "expert-8", "district-expert"))) {
            assertThat(docket.seenBy(other).status()).as(other.id()).isEqualTo(404);
            assertThat(other.get("/v1/dockets").body().path("items").toString()).doesNotContain(docket.id);
        }
        assertThat(docket.owner.get("/v1/dockets").body().path("items").toString())
                .contains(docket.id);
        Person operator = city.person("operator", Map.of("roles", List.of("operator")));
        assertThat(operator.get("/v1/dockets").status()).isEqualTo(403);

        String digest = docket.seenBy(docket.secretary)
                .body()
                .path("actions")
                .get(0)
                .path("evidence")
                .path("digest")
                .asString();
        assertThat(docket.owner
                        .get("/v1/docket-schemas/" + digest)
                        .body()
                        .path("title")
                        .asString())
                .contains("Service");
        Map<String, Object> notice = action("serve-notice", docket.service());
        assertThat(docket.secretary
                        .post(docket.path() + "/actions", null, notice)
                        .status())
                .isEqualTo(428);
        assertThat(docket.secretary
                        .post(docket.path() + "/actions", "\"99\"", notice)
                        .code())
                .isEqualTo("stale-version");
        assertThat(docket.tries(docket.expert, "/actions", notice).status()).isEqualTo(403);
        assertThat(docket.tries(docket.secretary, "/actions", action("object", null))
                        .code())
                .isEqualTo("illegal-in-stage");
        docket.toHearing();
        docket.does(docket.secretary, "/hearing", docket.hearing(3));
        assertThat(judge.get("/v1/dockets").body().path("items").toString()).contains(docket.id);
        docket.does(judge, "/recusals", Map.of("reason", Map.of("code", "kinship", "text", "a relative owns a share")));
        assertThat(docket.tries(docket.member(3, "council"), "/votes", Map.of("agrees", true))
                        .code())
                .isEqualTo("nothing-to-vote-on");
        assertThat(docket.tries(docket.secretary, "/draft", fine(100)).code()).isEqualTo("bench-incomplete");
    }

    @Test
    void a_docket_is_opened_by_the_form_the_file_was_referred_with() {
        DocketHttp docket = file("by-the-form");
        String task = telling.entered(
                "by-the-form",
                "stop-work",
                "district",
                null,
                Telling.action("refer", List.of("district-expert"), true));
        Map<String, Object> form = Map.of(
                "schema",
                "violation-form",
                "digest",
                "d1",
                "content",
                Map.of(
                        "foundOn",
                        "2025-09-07",
                        "form",
                        PAPER,
                        "items",
                        List.of(Map.of("kind", "parking", "permitted", 10, "found", 8))));
        var left = new HashMap<>(Telling.leaving(
                Telling.opening(task), null, "stop-work", "district", "refer", java.time.Instant.now()));
        left.put("evidence", form);
        left.put("preparedBy", "inspector");
        city.tell(Sources.FILES, "by-the-form", "stage-left", left);
        Map<String, Object> referral = Map.of("applicationId", "by-the-form", "usage", "residential");
        await().until(() -> docket.expert.post("/v1/dockets", null, referral).status() != 400
                && !docket.expert
                        .get("/v1/dockets?application=by-the-form")
                        .body()
                        .path("items")
                        .isEmpty());
        JsonNode item = docket.expert
                .get("/v1/dockets?application=by-the-form")
                .body()
                .path("items")
                .get(0);
        JsonNode opened =
                docket.expert.get("/v1/dockets/" + item.path("id").asString()).body();
        assertThat(opened.path("referral").path("reportedBy").asString()).isEqualTo("inspector");
        assertThat(opened.path("referral").path("items").get(0).path("excess").doubleValue())
                .isEqualTo(2);
    }

    private static Map<String, Object> start(DocketHttp docket) {
        return Map.of("startedOn", docket.today().toString(), "order", PAPER);
    }
}
