package ir.parvaneh.district;

import static ir.parvaneh.district.DocketHttp.PAPER;
import static ir.parvaneh.district.DocketHttp.action;
import static ir.parvaneh.district.DocketHttp.fine;
import static ir.parvaneh.district.DocketHttp.referral;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.contracts.Sources;
import ir.parvaneh.district.Person.Answer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A file that waits for the commission has its docket without anybody's call, and never two. */
final class ReferredFilesTest extends CityTest {
    private static final Map<String, Object> AREA = Map.of("kind", "area", "permitted", 1150, "found", 1210.5);
    private static final String DIGEST = "cd".repeat(32);

    /** Works were stopped, and the expert refers them. */
    private static String referredFromStopWork(DocketHttp docket, Map<String, Object> item) {
        var refer = Telling.action("refer", List.of("district-expert"), true);
        String stop = telling.entered(docket.file, "stop-work", "district", null, refer);
        var form = Telling.form(DIGEST, item);
        telling.leftBy("expert", docket.file, Telling.opening(stop), "stop-work", "district", form);
        return telling.waits(docket.file);
    }

    /** A stage the owner holds is entered, and left by him or by the clock. */
    private static void leftByItsOwner(DocketHttp docket, String stage, String who, Map<String, Object> evidence) {
        String held =
                telling.entered(docket.file, stage, "owner", null, Telling.action("refer", List.of("citizen"), true));
        telling.leftBy(who, docket.file, Telling.opening(held), stage, "owner", evidence);
    }

    @Test
    void the_docket_of_a_referral_is_opened_by_itself_and_the_secretariat_goes_on_at_once() {
        DocketHttp docket = file("referred");
        city.tell(Sources.FILES, docket.file, "begun", Map.of("process", "building-permit"));
        var filed = Map.<String, Object>of("schema", "submission", "content", Map.of("usage", "office"));
        leftByItsOwner(docket, "draft", "owner", filed);
        String task = referredFromStopWork(docket, AREA);
        JsonNode opened = docket.opened().now();
        JsonNode referral = opened.path("referral");
        assertThat(opened.path("stage").asString()).isEqualTo("referred");
        assertThat(referral.path("referredBy").asString()).isEqualTo("expert");
        assertThat(referral.path("opening").longValue()).isEqualTo(Telling.opening(task));
        assertThat(referral.path("stoppedOn").asString())
                .isEqualTo(LocalDate.now(java.time.ZoneId.of("Asia/Tehran")).toString());
        assertThat(referral.path("late").booleanValue()).isFalse();
        assertThat(referral.at("/form/digest").asString()).isEqualTo(DIGEST);
        assertThat(referral.at("/items/0/excess").doubleValue()).isEqualTo(60.5);
        assertThat(referral.at("/items/0/usage").asString()).isEqualTo("commercial");
        assertThat(referral.at("/items/0/violatedOn").asString()).isEqualTo("2025-09-07");
        Answer again = docket.expert.post("/v1/dockets", null, referral(docket.file));
        assertThat(again.code()).isEqualTo("docket-already-open");
        assertThat(again.body().path("detail").asString()).contains(docket.id);
        docket.toHearing().decides(1, fine(200), "impose-fine").stands();
        docket.acts(docket.secretary, "demand-fine", null);
        await().untilAsserted(() -> assertThat(city.heard(docket.id)).contains("fine-demanded"));
        assertThat(city.last(docket.id, "fine-demanded").path("fineRials").longValue())
                .isEqualTo(docket.fineRials());
        docket.pays();
        assertThat(docket.stage()).isEqualTo("fine-paid");
        await().untilAsserted(() -> assertThat(city.heard(docket.file)).contains("task-decided"));
        assertThat(city.last(docket.file, "task-decided").path("opening").longValue())
                .isEqualTo(Telling.opening(task));
        assertThat(docket.listed()).hasSize(1);
    }

    @Test
    void silence_refers_too_and_what_nobody_measured_is_measured_before_it_is_fined() {
        DocketHttp docket = file("silent");
        var facts = Map.of("schema", "permit-facts", "content", Map.of("usage", "residential"));
        city.tell(Sources.FILES, docket.file, "begun", Map.of("process", "completion-certificate", "evidence", facts));
        var determine = Telling.action("determine-violation", List.of("district-expert"), true);
        String comparison = telling.entered(docket.file, "comparison", "district", null, determine);
        var form = Telling.form(DIGEST, Map.of("kind", "area"));
        telling.leftBy("expert", docket.file, Telling.opening(comparison), "comparison", "district", form);
        leftByItsOwner(docket, "violation-determined", "clock", null);
        telling.waits(docket.file);
        JsonNode referral = docket.opened().now().path("referral");
        assertThat(referral.path("referredBy").asString()).isEqualTo("clock");
        assertThat(referral.path("reportedBy").asString()).isEqualTo("expert");
        assertThat(referral.path("stoppedOn").isNull()).isTrue();
        assertThat(referral.at("/items/0/usage").asString()).isEqualTo("residential");
        docket.toHearing().does(docket.secretary, "/hearing", docket.hearing(1));
        assertThat(docket.tries(docket.secretary, "/draft", fine(100)).code()).isEqualTo("item-not-measured");
        var measured = Map.of("kind", "area", "usage", "residential", "excess", 12.5, "violatedOn", "2024-01-10");
        Map<String, Object> measures = Map.of("items", List.of(measured));
        assertThat(docket.tries(docket.secretary, "/items", measures).status()).isEqualTo(403);
        assertThat(docket.tries(docket.expert, "/items", Map.of("items", List.of()))
                        .code())
                .isEqualTo("missing-field");
        docket.does(docket.expert, "/items", measures).does(docket.secretary, "/draft", fine(100));
        await().untilAsserted(() -> assertThat(city.heard(docket.id)).contains("violation-measured"));
    }

    @Test
    void a_referral_that_is_withdrawn_gives_the_file_back_and_another_one_has_another_docket() {
        DocketHttp docket = file("again");
        var back = Telling.action("take-back-referral", List.of("commission-member"), false);
        long before = Telling.opening(referredFromStopWork(docket, AREA));
        String first = docket.opened().id;
        var withdraw = new HashMap<>(action("withdraw-referral", null));
        withdraw.put("reasons", List.of(Map.of("code", "measured-again", "text", "the survey was wrong")));
        assertThat(docket.tries(docket.expert, "/actions", withdraw).status()).isEqualTo(200);
        telling.leftBy("judge", docket.file, before, "article-100", "commission", null);
        String task = telling.entered(docket.file, "article-100", "commission", null, back);
        docket.opened();
        assertThat(docket.now().at("/referral/opening").longValue()).isEqualTo(Telling.opening(task));
        assertThat(docket.tries(docket.expert, "/actions", withdraw).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(city.heard(docket.file)).contains("task-decided"));
        JsonNode answer = city.last(docket.file, "task-decided");
        assertThat(answer.path("action").asString()).isEqualTo("take-back-referral");
        assertThat(answer.path("opening").longValue()).isEqualTo(Telling.opening(task));
        assertThat(docket.listed())
                .extracting(one -> one.path("id").asString())
                .hasSize(2)
                .contains(first);
    }

    @Test
    void experts_who_refer_at_the_same_instant_open_one_docket_and_the_others_hear_which() {
        DocketHttp docket = file("raced").referred();
        var withdraw = new HashMap<>(action("withdraw-referral", null));
        withdraw.put("reasons", List.of(Map.of("code", "mistake", "text", "another plot was meant")));
        assertThat(docket.tries(docket.expert, "/actions", withdraw).status()).isEqualTo(200);
        List<Answer> answers = IntStream.range(0, 8)
                .mapToObj(one -> CompletableFuture.supplyAsync(
                        () -> docket.expert.post("/v1/dockets", null, referral(docket.file))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .extracting(Answer::code)
                .containsOnly("docket-already-open");
        assertThat(docket.listed()).hasSize(2);
    }

    @Test
    void what_a_docket_says_of_another_violation_is_no_answer_to_the_referral() {
        DocketHttp docket = file("another").referred();
        String other = docket.id;
        String task = referredFromStopWork(docket, AREA);
        docket.toHearing().decides(1, Map.of("outcome", "no-violation", "minutes", PAPER), "find-no-violation");
        docket.acts(docket.secretary, "serve-acquittal", docket.service());
        docket.opened();
        assertThat(docket.id).isNotEqualTo(other);
        assertThat(docket.now().at("/referral/opening").longValue()).isEqualTo(Telling.opening(task));
        assertThat(city.heard(docket.file)).doesNotContain("task-decided");
    }
}
