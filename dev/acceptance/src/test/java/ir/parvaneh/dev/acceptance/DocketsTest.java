package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Article 100 through the gateway: journeys that need no waiting, and every door of a docket tried by everybody. */
final class DocketsTest {
    private static final Set<String> NO_CALLER = Set.of("door", "body");

    private static final Duration SOON = Duration.ofSeconds(30);

    /** Works are stopped, the file waits, its docket opens by itself, a fine is lowered and paid, the file goes on. */
    @Test
    void a_referral_opens_its_docket_and_the_fine_is_paid_at_the_provider_before_the_file_goes_on() {
        PermitFile file = Works.referred("citizen-0231", 7);
        DocketFile docket = DocketFile.of(file);
        Reply again = docket.expert.post("/v1/dockets", docket.referral());
        assertThat(again.verdict()).isEqualTo("409 docket-already-open");
        assertThat(again.at("/detail")).contains(docket.id);
        assertThat(docket.seenBy(docket.secretary).at("/referral/referredBy")).isEqualTo(docket.expert.id());
        JsonNode levies = file.till().account();
        aFineIsDemanded(docket);
        String slip = theFineHasASlip(docket);
        nobodysWordPays(docket);
        isPaid(docket, slip);
        file.await("under-construction");
        assertThat(docket.listed()).hasSize(1);
        noLevyKnowsOfTheFine(levies, file.till().account(), slip);
    }

    /** What the comparison found goes to the commission by the owner's word, and comes back paid, to the clearances. */
    @Test
    void a_house_built_too_high_is_fined_and_goes_on_to_its_completion_certificate() {
        PermitFile completion = BuiltTooHigh.referred(Works.completed("citizen-0237", 7));
        DocketFile docket = DocketFile.of(completion);
        assertThat(docket.seenBy(docket.secretary).json().at("/referral/items").size())
                .isEqualTo(2);
        aFineIsDemanded(docket);
        isPaid(docket, theFineHasASlip(docket));
        completion.await("fire-clearance-asked");
        assertThat(docket.listed()).hasSize(1);
    }

    private static void aFineIsDemanded(DocketFile docket) {
        docket.toHearing(1)
                .decides(1, docket.fineOnEach(300), "impose-fine")
                .objects()
                .hearing(2);
        docket.decides(2, docket.fineOnEach(50), "review-fine").serves("serve-review-decision");
        docket.acts(docket.secretary, "demand-fine", null);
    }

    private static void isPaid(DocketFile docket, String slip) {
        Till till = docket.file.till();
        Reply begun = PermitFile.created(till.begins(slip, 1));
        till.paysAt(begun.at("/payUrl"), "lost");
        await("a paid fine").atMost(SOON).until(() -> docket.fine().path("paid").asBoolean(false));
        docket.acts(docket.file.owner, "pay-fine", null).acts(docket.income, "confirm-fine", null);
        assertThat(docket.stage()).isEqualTo("fine-paid");
    }

    private static String theFineHasASlip(DocketFile docket) {
        String slip = await("a slip for the fine")
                .atMost(SOON)
                .until(() -> docket.fine().path("slipId").asString(""), id -> !id.isEmpty());
        long rials = docket.seenBy(docket.file.owner)
                .json()
                .at("/reviewDecision/fineRials")
                .longValue();
        Reply drawn = docket.file.owner.get("/v1/slips/" + slip);
        assertThat(drawn.json().path("payableRials").longValue())
                .isEqualTo(rials)
                .isPositive();
        assertThat(drawn.at("/fine/docketId")).isEqualTo(docket.id);
        return slip;
    }

    private static void nobodysWordPays(DocketFile docket) {
        Reply refused = docket.asks(docket.file.owner, "/actions", Map.of("action", "pay-fine"))
                .send();
        assertThat(refused.verdict()).isEqualTo("422 guard-refused");
        assertThat(refused.at("/detail")).contains("confirmed on its slip");
        var stated = Map.of("slipId", "slip-1", "amountRials", 1, "reference", "reference-1");
        Reply typed = docket.asks(docket.file.owner, "/actions", Map.of("action", "pay-fine", "evidence", stated))
                .send();
        assertThat(typed.verdict()).isEqualTo("422 wrong-evidence");
    }

    private static void noLevyKnowsOfTheFine(JsonNode before, JsonNode after, String slip) {
        assertThat(after.at("/fines/0/id").asString()).isEqualTo(slip);
        for (String sum : List.of("slips", "confirmedRials", "assessedRials", "outstandingRials", "overpaidRials")) {
            assertThat(after.path(sum)).as(sum).isEqualTo(before.path(sum));
        }
    }

    @Test
    void experts_who_refer_at_the_same_instant_open_one_docket() {
        PermitFile file = PermitFile.drafted("citizen-0236", "office-022", 7);
        Person expert = new Person("district-07-expert-1");
        var item = Map.of("kind", "area", "usage", "residential", "excess", 60.0, "violatedOn", "2024-01-10");
        var referral = Map.of("applicationId", file.id, "form", DocketFile.PAPER, "items", List.of(item));
        await("the district knows the file")
                .atMost(SOON)
                .until(() -> expert.post("/v1/dockets", Map.of("applicationId", file.id))
                                .status()
                        != 404);
        List<String> verdicts = IntStream.range(0, 4)
                .mapToObj(one -> CompletableFuture.supplyAsync(() -> expert.post("/v1/dockets", referral)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(Reply::verdict)
                .sorted()
                .toList();
        String taken = "409 docket-already-open";
        assertThat(verdicts).containsExactly("201", taken, taken, taken);
    }

    @Test
    void a_demolition_for_safety_is_told_never_to_become_a_fine_in_both_languages() {
        DocketFile docket = DocketFile.referred("citizen-0232", 7).toHearing(1);
        docket.decides(1, DocketFile.demolition("health"), "order-demolition")
                .objects()
                .hearing(2);
        Map<String, String> sentences = Map.of("en", "never becomes a fine", "fa", "به جریمه بدل نمی‌شود");
        sentences.forEach((language, sentence) -> {
            Reply refused = docket.asks(docket.secretary, "/draft", DocketFile.fine(300))
                    .header("Accept-Language", language)
                    .send();
            assertThat(refused.verdict()).isEqualTo("422 guard-refused");
            assertThat(refused.at("/detail")).contains(sentence);
        });
    }

    @Test
    void parties_do_not_see_the_deliberation_and_the_same_key_changes_nothing_twice() {
        DocketFile docket = DocketFile.referred("citizen-0233", 7).toHearing(1);
        docket.does(docket.secretary, "/draft", DocketFile.fine(100));
        Person judge = DocketFile.member(1, "judge");
        String key = UUID.randomUUID().toString();
        Ask vote = docket.asks(judge, "/votes", Map.of("agrees", false)).key(key);
        Reply first = PermitFile.accepted(vote.send());
        Reply again = PermitFile.accepted(vote.send());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(docket.seenBy(judge).json().path("votes").size()).isEqualTo(1);
        for (Person party : List.of(docket.file.owner, docket.expert)) {
            assertThat(docket.seenBy(party).json().path("votes").isEmpty()).isTrue();
            assertThat(docket.seenBy(party).json().path("draft").isNull()).isTrue();
        }
    }

    @TestFactory
    Stream<DynamicTest> each_door_of_a_docket_opens_to_those_alone_whom_the_table_names() {
        DocketFile docket = DocketFile.referred("citizen-0234", 7).toHearing(1);
        Map<String, Person> callers = callers(docket);
        return Table.read("docket-doors.csv", "\\|").rows().stream()
                .map(row -> dynamicTest(row.get("door") + " " + row.get("body"), () -> door(docket, callers, row)));
    }

    private static Map<String, Person> callers(DocketFile docket) {
        Map<String, Person> callers = new HashMap<>(Map.of(
                "nobody", Person.NOBODY,
                "owner", docket.file.owner,
                "stranger", new Person("citizen-0235"),
                "clerk", new Person("office-022-clerk-1"),
                "expert", docket.expert,
                "foreign-expert", new Person("district-08-expert-1"),
                "income", docket.income,
                "secretary", docket.secretary));
        callers.putAll(Map.of(
                "judge", DocketFile.member(1, "judge"),
                "municipal", DocketFile.member(1, "municipal"),
                "other-judge", DocketFile.member(2, "judge"),
                "architecture", new Person("commission-architecture-1"),
                "operator", new Person("operator-1"),
                "auditor", new Person("auditor-1"),
                "service", new Person("application-service")));
        return callers;
    }

    private static void door(DocketFile docket, Map<String, Person> callers, Map<String, String> row) {
        List<String> slips = new ArrayList<>();
        row.forEach((who, cell) -> {
            String answer = NO_CALLER.contains(who) ? cell : walk(docket, row, callers.get(who));
            if (!cell.equals(answer)) {
                slips.add(who + ": " + answer + " instead of " + cell);
            }
        });
        assertThat(slips).as(row.get("door")).isEmpty();
    }

    private static String walk(DocketFile docket, Map<String, String> row, Person person) {
        String[] door = row.get("door").split(" ");
        String path = door[1].replace("{docket}", docket.id);
        Ask ask = new Ask(door[0], path).as(person);
        if (door[0].equals("POST")) {
            String body = row.get("body").replace("{file}", docket.file.id).replace("{digest}", DocketFile.DIGEST);
            ask.raw(body)
                    .key(UUID.randomUUID().toString())
                    .ifMatch(docket.seenBy(docket.secretary).etag());
        }
        return ask.send().verdict();
    }
}
