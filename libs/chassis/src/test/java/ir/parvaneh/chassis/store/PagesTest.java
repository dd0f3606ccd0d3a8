package ir.parvaneh.chassis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import ir.parvaneh.chassis.refusal.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class PagesTest {
    private final Desktop desktop = new Desktop();
    private final Pages<Notebook> pages = desktop.replica().pages(Notebook.definition());
    private final Pages<Notebook> replica = desktop.replica().pages(Notebook.definition());

    @AfterEach
    void close() {
        desktop.close();
    }

    private static Cause key(String key) {
        return Cause.command("somebody", key, "digest of " + key);
    }

    private static Saved<Notebook> write(Pages<Notebook> to, String id, String line) {
        return done(to.change(id, key(line), page -> Notebook.write(page, line)).block());
    }

    private static Saved<Notebook> done(Outcome<Notebook> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<Notebook>) outcome).saved();
    }

    private static String refusal(Outcome<Notebook> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<Notebook>) outcome).refusal().code();
    }

    private BsonDocument stored(String id) {
        return Mono.from(desktop.database
                        .getCollection("notebooks", BsonDocument.class)
                        .find(Filters.eq(id)))
                .block();
    }

    private static void awaitSettled(Pages<Notebook> pages) {
        await().until(() -> {
            pages.flush().block();
            return pages.pending().block().pages() == 0;
        });
    }

    @Test
    void a_page_that_does_not_exist_is_decided_on_blank() {
        assertThat(pages.find("a").block()).isNull();
        Saved<Notebook> saved = write(pages, "a", "one");
        assertThat(saved.page().version()).isEqualTo(1);
        assertThat(saved.first()).isEqualTo(1);
        assertThat(replica.find("a").block()).isEqualTo(saved.page());
    }

    @Test
    void a_field_that_became_null_leaves_the_document_and_a_found_field_with_it() {
        done(pages.change("a", key("1"), page -> Verdict.changed(page.body().titled("x")))
                .block());
        assertThat(pages.query(Filters.eq("title", "x"), Sorts.ascending("title"), 10)
                        .count()
                        .block())
                .isEqualTo(1);
        done(pages.change("a", key("2"), page -> Verdict.changed(page.body().titled(null)))
                .block());
        assertThat(stored("a")).doesNotContainKey("title");
        assertThat(stored("a").getDocument("body")).doesNotContainKey("title");
    }

    @Test
    void two_replicas_that_write_at_once_both_get_their_line_in() {
        write(pages, "a", "zero");
        List<Outcome<Notebook>> outcomes = Flux.range(1, 40)
                .flatMap(
                        i -> (i % 2 == 0 ? pages : replica)
                                .change("a", key("k" + i), page -> Notebook.write(page, "l" + i)),
                        16)
                .collectList()
                .block();
        assertThat(outcomes).allMatch(outcome -> outcome instanceof Outcome.Done);
        assertThat(pages.find("a").block().body().lines()).hasSize(41).doesNotHaveDuplicates();
        assertThat(pages.find("a").block().number()).isEqualTo(41);
    }

    @Test
    void a_key_is_answered_as_before_also_by_another_replica_and_long_after() {
        Saved<Notebook> first = write(pages, "a", "one");
        IntStream.range(0, 40).forEach(i -> write(pages, "a", "more " + i));
        pages.flush().block();
        Saved<Notebook> again = write(replica, "a", "one");
        assertThat(again.replayed()).isTrue();
        assertThat(again.first()).isEqualTo(first.first());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(replica.find("a").block().body().lines()).hasSize(41);
    }

    @Test
    void a_key_with_another_body_is_refused() {
        write(pages, "a", "one");
        Cause other = Cause.command("somebody", "one", "another digest");
        assertThat(refusal(pages.change("a", other, page -> Notebook.write(page, "two"))
                        .block()))
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_refusal_writes_nothing_and_binds_nothing() {
        Verdict<Notebook> no = Verdict.refused(new Refusal("not-now"));
        assertThat(refusal(pages.change("a", key("1"), page -> no).block())).isEqualTo("not-now");
        assertThat(stored("a")).isNull();
        assertThat(done(pages.change("a", key("1"), page -> Notebook.write(page, "x"))
                                .block())
                        .replayed())
                .isFalse();
    }

    @Test
    void a_stale_copy_never_leads_to_a_refusal() {
        write(pages, "a", "one");
        write(replica, "a", "two");
        Outcome<Notebook> outcome = pages.change(
                        "a",
                        key("3"),
                        page -> page.body().lines().contains("two")
                                ? Notebook.write(page, "three")
                                : Verdict.refused(new Refusal("too-early")))
                .block();
        assertThat(done(outcome).page().body().lines()).containsExactly("one", "two", "three");
    }

    @Test
    void what_was_sent_goes_to_history_and_the_page_is_pending_no_more() {
        write(pages, "a", "one");
        write(pages, "a", "two");
        assertThat(desktop.topic).extracting(Event::number).containsExactly(1L, 2L);
        awaitSettled(pages);
        assertThat(stored("a").getArray("outbox")).isEmpty();
        assertThat(stored("a")).doesNotContainKey("pendingSince");
        List<Event> events = pages.events("a", 1, 10).collectList().block();
        assertThat(events).hasSize(2);
        assertThat(events.get(0).follows("")).isTrue();
        assertThat(events.get(1).follows(events.get(0).hash())).isTrue();
    }

    @Test
    void what_could_not_be_sent_is_sent_by_any_replica_later_in_order() {
        desktop.away = true;
        write(pages, "a", "one");
        write(pages, "a", "two");
        assertThat(pages.pending().block().pages()).isEqualTo(1);
        assertThat(pages.pending().block().oldest()).isEqualTo(desktop.now);
        desktop.away = false;
        desktop.now = desktop.now.plusSeconds(4);
        replica.sweep().block();
        assertThat(desktop.topic).isEmpty();
        desktop.now = desktop.now.plusSeconds(2);
        replica.sweep().block();
        await().until(() -> desktop.topic.size() == 2);
        assertThat(desktop.topic).extracting(Event::number).containsExactly(1L, 2L);
        awaitSettled(replica);
    }

    @Test
    void events_are_read_across_history_and_outbox() {
        write(pages, "a", "one");
        write(pages, "a", "two");
        pages.flush().block();
        desktop.away = true;
        write(pages, "a", "three");
        assertThat(pages.events("a", 2, 10).map(Event::number).collectList().block())
                .containsExactly(2L, 3L);
        assertThat(pages.events("a", 1, 2).map(Event::number).collectList().block())
                .containsExactly(1L, 2L);
        assertThat(pages.heads("", 10).collectList().block()).containsExactly(new Head("a", 3));
        assertThat(pages.heads("a", 10).collectList().block()).isEmpty();
    }

    @Test
    void commands_are_refused_when_the_outbox_is_full_and_taken_again_when_it_is_not() {
        desktop.away = true;
        List<NewEvent> many = IntStream.range(0, Pages.OUTBOX_CAP)
                .mapToObj(i -> new NewEvent("line-written", new Notebook.Written("l")))
                .toList();
        done(pages.change("a", key("1"), page -> Verdict.changed(page.body(), many))
                .block());
        assertThat(refusal(pages.change("a", key("2"), page -> Notebook.write(page, "x"))
                        .block()))
                .isEqualTo("outbox-full");
        desktop.away = false;
        desktop.now = desktop.now.plusSeconds(6);
        pages.sweep().block();
        awaitSettled(pages);
        write(pages, "a", "x");
    }

    @Test
    void rows_are_written_from_the_page_and_never_go_back() {
        write(pages, "a", "one");
        write(pages, "a", "two");
        awaitSettled(pages);
        assertThat(row("a")).containsEntry("count", 2L).containsEntry("changed", 2L);
        desktop.replica()
                .upsert(List.of(new Row("lines", "a", 1, new Document("count", 1L))))
                .block();
        assertThat(row("a")).containsEntry("count", 2L);
    }

    private Document row(String id) {
        return Mono.from(desktop.database.getCollection("lines").find(Filters.eq(id)))
                .block();
    }

    @Test
    void who_waits_is_woken_by_a_write_here_and_sees_one_elsewhere() {
        Mono<Page<Notebook>> waiting = pages.waitFor("a", book -> book.lines().contains("here"), Duration.ofSeconds(5))
                .cache();
        waiting.subscribe();
        write(pages, "a", "here");
        assertThat(waiting.block().version()).isEqualTo(1);
        write(replica, "a", "there");
        assertThat(pages.waitFor("a", book -> book.lines().contains("there"), Duration.ofSeconds(5))
                        .block())
                .isNotNull();
        assertThat(pages.waitFor("a", book -> false, Duration.ofMillis(50)).blockOptional())
                .isEmpty();
    }

    @Test
    void one_write_stands_between_a_command_and_its_answer() {
        Pages<Notebook> plain = desktop.replica().pages(Notebook.plain());
        long before = desktop.embedded.counters().writeCommands();
        write(plain, "a", "one");
        write(plain, "a", "two");
        assertThat(desktop.embedded.counters().writeCommands() - before).isEqualTo(2);
        plain.flush().block();
        assertThat(desktop.embedded.counters().writeCommands() - before)
                .as("history and prune")
                .isEqualTo(4);
    }
}
