package ir.parvaneh.chassis.desk;

import static ir.parvaneh.chassis.desk.DeskHttp.act;
import static ir.parvaneh.chassis.desk.DeskHttp.application;
import static ir.parvaneh.chassis.desk.DeskHttp.decide;
import static ir.parvaneh.chassis.desk.DeskHttp.decideReturn;
import static ir.parvaneh.chassis.desk.DeskHttp.expert;
import static ir.parvaneh.chassis.desk.DeskHttp.get;
import static ir.parvaneh.chassis.desk.DeskHttp.key;
import static ir.parvaneh.chassis.desk.DeskHttp.open;
import static ir.parvaneh.chassis.desk.DeskHttp.page;
import static ir.parvaneh.chassis.desk.DeskHttp.problem;
import static ir.parvaneh.chassis.desk.DeskHttp.service;
import static ir.parvaneh.chassis.desk.DeskHttp.show;
import static ir.parvaneh.chassis.desk.DeskHttp.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.chassis.desk.DeskService.Reviewed;
import ir.parvaneh.chassis.web.FeedPlace;
import ir.parvaneh.dev.store.EmbeddedStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeskListsTest {
    @BeforeAll
    static void start() {
        DeskHttp.start();
    }

    @AfterAll
    static void stop() {
        DeskHttp.stop();
    }

    @Test
    void a_list_comes_by_due_date_page_by_page_and_its_cursor_is_its_own() {
        String desk = token("p-list", 9, "district-expert");
        var tasks = List.of(open(9), open(9), open(9));
        await().untilAsserted(() ->
                get(desk, "/v1/tasks").expectBody().jsonPath("$.items.length()").isEqualTo(3));

        var first = page(desk, "/v1/tasks?limit=2");
        assertThat(first.items()).hasSize(2);
        var second = page(desk, "/v1/tasks?limit=2&cursor=" + first.nextCursor());
        assertThat(second.items()).hasSize(1);
        assertThat(second.nextCursor()).isNull();
        assertThat(List.of(
                        first.items().get(0).id(),
                        first.items().get(1).id(),
                        second.items().get(0).id()))
                .containsExactlyInAnyOrderElementsOf(tasks);
        problem(get(desk, "/v1/tasks?state=closed&cursor=" + first.nextCursor()), 400, "cursor-tampered");
        problem(get(expert, "/v1/tasks?cursor=" + first.nextCursor()), 400, "cursor-tampered");
        problem(get(desk, "/v1/tasks?limit=101"), 400, "limit-out-of-range");
        problem(get(desk, "/v1/tasks?sort=name"), 400, "parameter-invalid");
        assertThat(page(desk, "/v1/tasks?role=district-expert&stage=plan-order&sort=openedAt")
                        .items())
                .hasSize(3);
        assertThat(page(desk, "/v1/tasks?role=district-clerk").items()).isEmpty();
        assertThat(page(desk, "/v1/tasks?application=" + application(tasks.get(1)))
                        .items())
                .hasSize(1);
    }

    @Test
    void a_poller_sees_what_changed() {
        String desk = token("p-feed", 10, "district-head");
        String task = open(10);
        await().untilAsserted(() -> assertThat(page(desk, "/v1/tasks?changedSince=2020-01-01T00:00:00Z")
                        .items())
                .hasSize(1));
        var before = page(desk, "/v1/tasks?changedSince=2020-01-01T00:00:00Z");
        decide(desk, task, key(), "\"1\"", "{\"action\":\"return\",\"reasons\":[{\"code\":\"a\",\"text\":\"b\"}]}")
                .expectStatus()
                .isAccepted();

        await().untilAsserted(() -> assertThat(page(desk, "/v1/tasks?changedSince=" + before.nextSince())
                        .items())
                .extracting(TaskLine::state, TaskLine::etag)
                .containsExactly(tuple("decided", "\"2\"")));
        problem(get(desk, "/v1/tasks?changedSince=yesterday"), 400, "parameter-invalid");
    }

    @Test
    void a_poller_does_not_miss_a_row_that_was_written_long_after_its_page_changed_and_gets_it_once_only() {
        String desk = token("p-late", 13, "district-head");
        String began = page(desk, "/v1/tasks?changedSince=2020-01-01T00:00:00Z").nextSince();
        String task = open(13, Instant.now().minus(Duration.ofMinutes(5)));
        var seen = await().until(() -> page(desk, "/v1/tasks?changedSince=" + began), feed -> !feed.items()
                .isEmpty());
        assertThat(seen.items()).extracting(TaskLine::id).containsExactly(task);
        String later = Instant.now().plusMillis(1).toString();
        assertThat(page(desk, "/v1/tasks?changedSince=" + later).items()).isEmpty();
    }

    @Test
    void a_reader_who_turns_pages_slowly_reads_again_from_before_his_first_page() {
        String desk = token("p-slow", 14, "district-head");
        open(14);
        open(14);
        await().untilAsserted(() ->
                assertThat(page(desk, "/v1/tasks?limit=100").items()).hasSize(2));
        Instant before = Instant.now();
        var first = page(desk, "/v1/tasks?limit=1&changedSince=2020-01-01T00:00:00Z");
        assertThat(first.nextSince()).isNull();
        Instant between = Instant.now();
        var last = page(desk, "/v1/tasks?limit=1&changedSince=2020-01-01T00:00:00Z&cursor=" + first.nextCursor());
        assertThat(last.nextCursor()).isNull();
        assertThat(Instant.parse(last.nextSince()).plus(FeedPlace.OVERLAP)).isBetween(before, between);
    }

    @Test
    @SuppressWarnings("unchecked")
    void old_claims_lapse_and_decisions_without_verdict_are_counted() {
        Desks<Reviewed> desks = service.getBean("desks", Desks.class);
        String task = open(11);
        String claimer = token("p-11", 11, "district-expert");
        act(claimer, task, "claim", "\"1\"", null).expectStatus().isOk();
        String other = open(11);
        decideReturn(token("p-11h", 11, "district-head"), other, null)
                .expectStatus()
                .isAccepted();

        await().untilAsserted(() ->
                assertThat(desks.withoutVerdict(Duration.ZERO).block()).isPositive());
        await().until(() -> desks.lapse(Duration.ZERO).block() > 0);
        show(claimer, task).expectBody().jsonPath("$.claimedBy").doesNotExist();
    }

    @Test
    void a_page_of_a_long_list_looks_at_no_more_than_it_shows_and_one() {
        String desk = token("p-long", 12, "district-expert");
        for (int task = 0; task < 40; task++) {
            open(12);
        }
        await().untilAsserted(() ->
                assertThat(page(desk, "/v1/tasks?limit=100").items()).hasSize(40));
        String next = "&cursor=" + page(desk, "/v1/tasks?limit=20").nextCursor();
        for (String query : List.of("", "&role=district-expert", "&stage=plan-order", next)) {
            assertThat(visited(() -> page(desk, "/v1/tasks?limit=5" + query)))
                    .as(query)
                    .isLessThanOrEqualTo(6);
        }
    }

    /** The fewest of several tries: other work of the same process looks at documents too. */
    private static long visited(Runnable query) {
        var counters = DeskHttp.service.getBean(EmbeddedStore.class).counters();
        return LongStream.range(0, 5)
                .map(attempt -> {
                    long before = counters.documentsVisited();
                    query.run();
                    return counters.documentsVisited() - before;
                })
                .min()
                .orElseThrow();
    }
}
