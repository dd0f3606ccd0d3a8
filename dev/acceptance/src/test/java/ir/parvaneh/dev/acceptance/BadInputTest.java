package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ir.parvaneh.dev.store.StoreCounters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** Whatever is wrong with a request: its exact code in both languages, and nothing is written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadInputTest {
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final BadInputWorld world = new BadInputWorld();

    @TestFactory
    Stream<DynamicTest> each_bad_request_gets_its_exact_answer_in_both_languages_and_writes_nothing() {
        StoreCounters store = RunningCity.here().store();
        long[] before = new long[1];
        Map<String, Long> places = new TreeMap<>();
        Stream<DynamicTest> first = Stream.of(dynamicTest("before", () -> {
            before[0] = recordsOfAQuietCity(store);
            places.putAll(store.writeCommandsByCollection());
        }));
        Stream<DynamicTest> cases =
                cases().stream().map(one -> dynamicTest(one.get("name").toString(), () -> check(one)));
        Stream<DynamicTest> last =
                Stream.of(dynamicTest("nothing was written", () -> assertThat(recordsOfAQuietCity(store))
                        .as(() -> since(places, store.writeCommandsByCollection()))
                        .isEqualTo(before[0])));
        return Stream.of(first, cases, last).flatMap(tests -> tests);
    }

    /** Where something was written in between. */
    private static String since(Map<String, Long> before, Map<String, Long> now) {
        return now.entrySet().stream()
                .filter(place -> !place.getValue().equals(before.get(place.getKey())))
                .map(place -> place.getKey() + " from " + before.get(place.getKey()) + " to " + place.getValue())
                .collect(Collectors.joining("; "));
    }

    private static List<Map<String, Object>> cases() {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Table.text("/acceptance/bad-input.yaml"));
    }

    /** Documents changed so far, once nobody has changed any for a while. */
    private static long recordsOfAQuietCity(StoreCounters store) {
        await("a quiet city")
                .atMost(Duration.ofSeconds(60))
                .during(QUIET)
                .until(store::journalRecords, new Unchanged());
        return store.journalRecords();
    }

    private void check(Map<String, Object> one) {
        Reply english = world.ask(one, "en").send();
        Reply persian = world.ask(one, "fa-IR,fa;q=0.9,en;q=0.5").send();
        for (Reply reply : List.of(english, persian)) {
            assertThat(reply.verdict()).as(reply.toString()).isEqualTo(one.get("expect"));
            isAProblem(reply);
            pointsAt(reply, one.get("pointer"));
        }
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(persian.header("Content-Language")).isEqualTo("fa");
        for (String text : List.of("/title", "/detail")) {
            assertThat(english.at(text)).matches("(?s)[^آ-ی]*[A-Za-z][^آ-ی]*");
            assertThat(persian.at(text)).matches("(?s).*[آ-ی].*");
        }
        if (one.containsKey("detail")) {
            assertThat(english.json().has(one.get("detail").toString()))
                    .as(english.toString())
                    .isTrue();
        }
    }

    private static void isAProblem(Reply reply) {
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().path("status").asInt()).isEqualTo(reply.status());
        assertThat(reply.at("/type")).isEqualTo("urn:parvaneh:problem:" + reply.code());
        assertThat(reply.at("/instance")).startsWith("/");
        assertThat(reply.at("/traceId")).matches("[0-9a-f]{32}");
        assertThat(reply.text()).doesNotContain("Exception", "ir.parvaneh", "java.", "\\tat ", "springframework");
    }

    private static void pointsAt(Reply reply, Object pointer) {
        if (pointer != null) {
            List<String> pointers = reply.json()
                    .path("errors")
                    .valueStream()
                    .map(e -> e.path("pointer").asString())
                    .toList();
            assertThat(pointers).as(reply.toString()).contains(pointer.toString());
        }
    }

    @Test
    void a_good_token_of_the_same_making_is_accepted() {
        Reply reply = Ask.get("/v1/me/todo")
                .header("Authorization", "Bearer " + new Forger(world.owner()).good())
                .send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }

    @Test
    void a_command_sent_twice_is_done_once_and_says_so() {
        String key = UUID.randomUUID().toString();
        Reply first = draft(key).send();
        Reply second = draft(key).send();
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
        assertThat(second.etag()).isEqualTo(first.etag());
    }

    @Test
    void of_many_that_come_at_once_with_one_key_all_but_one_are_told_to_wait_or_given_its_answer() {
        List<Reply> replies = new ArrayList<>();
        await("two at once")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    String key = UUID.randomUUID().toString();
                    List<CompletableFuture<Reply>> sent = IntStream.range(0, 8)
                            .mapToObj(n -> CompletableFuture.supplyAsync(
                                    () -> draft(key).send()))
                            .toList();
                    List<Reply> round =
                            sent.stream().map(CompletableFuture::join).toList();
                    assertThat(round.stream().map(Reply::verdict)).isSubsetOf("201", "409 request-in-flight");
                    assertThat(round.stream()
                                    .filter(one -> one.status() == 201)
                                    .map(one -> one.at("/id"))
                                    .distinct())
                            .hasSize(1);
                    round.stream().filter(one -> one.status() == 409).forEach(replies::add);
                    return !replies.isEmpty();
                });
        isAProblem(replies.getFirst());
    }

    private Ask draft(String key) {
        return Ask.post("/v1/applications", world.goodDraft()).as(world.owner()).key(key);
    }

    @Test
    void a_refusal_binds_nothing_so_the_key_may_be_used_for_what_is_right() {
        String key = UUID.randomUUID().toString();
        Reply refused = Ask.post("/v1/applications", Map.of("requestType", "CASTLE"))
                .as(world.owner())
                .key(key)
                .send();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(draft(key).send().status()).isEqualTo(201);
    }

    @Test
    void an_illegal_action_is_told_what_is_allowed() {
        Reply refused = world.ask(
                        Map.of(
                                "path",
                                "/v1/applications/{draft}/actions",
                                "tag",
                                "{draftTag}",
                                "body",
                                "{\"action\":\"fly\"}"),
                        "en")
                .send();
        assertThat(refused.json().path("allowed").valueStream().map(JsonNode::asString))
                .contains("submit", "withdraw");
    }
}
