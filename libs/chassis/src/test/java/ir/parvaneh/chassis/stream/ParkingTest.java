package ir.parvaneh.chassis.stream;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.store.Desktop;
import ir.parvaneh.chassis.store.Head;
import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Notebook;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Rules;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Parked.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ParkingTest {
    private static final String SOURCE = "/elsewhere/things";

    private final Desktop desktop = new Desktop();
    private final Pages<Notebook> pages = desktop.replica().pages(Notebook.definition());
    private final Parking parking =
            new MongoParking(desktop.replica().rows("parked", List.of(Index.on("inbox", "since"))));
    private final List<Incoming> owned = new ArrayList<>();
    private boolean broken;
    private final Inbox<Notebook> inbox =
            new Inbox<>("test", pages, Set.of(SOURCE), this::apply, parking, new Owned(), () -> desktop.now, Rules.ALL);

    @AfterEach
    void close() {
        desktop.close();
    }

    private Verdict<Notebook> apply(Page<Notebook> page, Incoming event) {
        return switch (event.type()) {
            case "broken" -> {
                if (broken) {
                    throw new IllegalArgumentException("cannot read this");
                }
                yield line(page, event);
            }
            case "told" -> line(page, event);
            default -> Verdict.unchanged();
        };
    }

    private static Verdict<Notebook> line(Page<Notebook> page, Incoming event) {
        return Verdict.changed(
                page.body().with(event.type() + event.number(), event.at()),
                new NewEvent("line-written", new Notebook.Written(event.id())));
    }

    private static Incoming event(long number, String type) {
        return new Incoming(SOURCE, "a", number, "id" + number, type, Instant.EPOCH, null, new byte[] {'{', '}'});
    }

    private void accept(Incoming... events) {
        inbox.accept(List.of(events)).block();
    }

    private List<String> lines() {
        return pages.find("a").map(page -> page.body().lines()).block();
    }

    private List<Reason> parked() {
        return parking.list(null, 100).map(Parked::reason).collectList().block();
    }

    private Parked only() {
        return parking.list(null, 100).single().block();
    }

    @Test
    void a_poll_of_one_aggregate_is_one_write() {
        accept(event(1, "told"), event(2, "nobody-knows"), event(3, "told"));
        Page<Notebook> page = pages.find("a").block();
        assertThat(page.version()).isEqualTo(1);
        assertThat(page.number()).isEqualTo(2);
        assertThat(lines()).containsExactly("told1", "told3");
        assertThat(inbox.ignored()).isEqualTo(1);
    }

    @Test
    void what_comes_twice_is_dropped_and_what_comes_early_waits() {
        accept(event(1, "told"), event(3, "told"));
        assertThat(parked()).containsExactly(Reason.GAP);
        accept(event(1, "told"), event(2, "told"));
        inbox.sweep().block();
        assertThat(lines()).containsExactly("told1", "told2", "told3");
        assertThat(parked()).isEmpty();
    }

    @Test
    void what_is_missing_for_a_minute_is_asked_for() {
        owned.addAll(List.of(event(1, "told"), event(2, "told"), event(3, "told")));
        accept(event(3, "told"));
        desktop.now = desktop.now.plusSeconds(59);
        inbox.sweep().block();
        assertThat(parked()).containsExactly(Reason.GAP);
        desktop.now = desktop.now.plusSeconds(2);
        inbox.sweep().block();
        assertThat(lines()).containsExactly("told1", "told2", "told3");
        assertThat(parked()).isEmpty();
    }

    @Test
    void what_the_topic_never_brought_is_found_by_comparing_heads() {
        owned.addAll(List.of(event(1, "told"), event(2, "told")));
        inbox.checkHeads().block();
        assertThat(lines()).containsExactly("told1", "told2");
    }

    @Test
    void another_event_under_the_same_number_is_a_fork_and_changes_nothing() {
        accept(event(1, "told"));
        accept(new Incoming(SOURCE, "a", 1, "other", "told", Instant.EPOCH, null, new byte[] {'{', '}'}));
        assertThat(only().reason()).isEqualTo(Reason.FORKED);
        assertThat(lines()).containsExactly("told1");
        inbox.intake().discard(only()).block();
        assertThat(parked()).isEmpty();
    }

    @Test
    void an_event_that_fails_holds_what_follows_until_it_is_replayed() {
        broken = true;
        accept(event(1, "broken"), event(2, "told"));
        inbox.sweep().block();
        assertThat(parked()).containsExactlyInAnyOrder(Reason.FAILING, Reason.GAP);
        broken = false;
        inbox.intake().replay(parking.list(Reason.FAILING, 1).single().block()).block();
        assertThat(lines()).containsExactly("broken1", "told2");
        assertThat(parked()).isEmpty();
    }

    @Test
    void an_event_that_is_given_up_counts_as_read() {
        broken = true;
        accept(event(1, "broken"), event(2, "told"));
        inbox.intake().discard(parking.list(Reason.FAILING, 1).single().block()).block();
        assertThat(lines()).containsExactly("told2");
        assertThat(parked()).isEmpty();
    }

    @Test
    void other_aggregates_go_on() {
        broken = true;
        accept(event(1, "broken"), new Incoming(SOURCE, "b", 1, "x", "told", Instant.EPOCH, null, new byte[0]));
        assertThat(pages.find("b").block().body().lines()).containsExactly("told1");
    }

    @Test
    void sources_of_no_concern_are_skipped() {
        accept(new Incoming("/other", "a", 1, "x", "told", Instant.EPOCH, null, new byte[0]));
        assertThat(inbox.intake().skipped()).isEqualTo(1);
        assertThat(pages.find("a").block()).isNull();
    }

    @Test
    void an_aggregate_that_no_page_reads_is_skipped_and_never_asked_for() {
        owned.addAll(List.of(event(1, "told"), event(2, "told")));
        Inbox<Notebook> choosy = new Inbox<>(
                "choosy",
                pages,
                Set.of(SOURCE),
                new ReadsNothing(),
                parking,
                new Owned(),
                () -> desktop.now,
                Rules.ALL);
        choosy.accept(List.of(event(1, "told"))).block();
        choosy.checkHeads().block();
        assertThat(choosy.intake().skipped()).isEqualTo(1);
        assertThat(pages.find("a").block()).isNull();
        assertThat(parked()).isEmpty();
    }

    private static final class ReadsNothing implements Reaction<Notebook> {
        @Override
        public String pageOf(Incoming event) {
            return null;
        }

        @Override
        public Verdict<Notebook> apply(Page<Notebook> page, Incoming event) {
            return line(page, event);
        }
    }

    /** The owner of what is told here. */
    private final class Owned implements Owners {
        @Override
        public Mono<List<Head>> heads(String source, String after, int limit) {
            boolean more = after.isEmpty() && !owned.isEmpty();
            return Mono.just(more ? List.of(new Head("a", owned.size())) : List.of());
        }

        @Override
        public Mono<List<Incoming>> events(String source, String aggregate, long from, int limit) {
            return Mono.just(owned.stream().filter(e -> e.number() >= from).toList());
        }
    }
}
