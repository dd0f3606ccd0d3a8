package ir.parvaneh.chassis.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import ir.parvaneh.chassis.store.Desktop;
import ir.parvaneh.chassis.store.Row;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.chassis.stream.Projection.Result;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ProjectionTest {
    private final Desktop desktop = new Desktop();
    private final RowBook one = book();
    private final RowBook other = book();

    private RowBook book() {
        Store store = desktop.replica();
        return new RowBook(store, store.rows("board", List.of()), ProjectionTest::apply, new LongAdder());
    }

    private static Result apply(Document row, Incoming event) {
        long count = row == null ? 0 : row.getLong("count");
        Row message = new Row("messages", event.id(), event.number(), new Document("text", event.type()));
        return new Result(new Document("count", count + 1), List.of(message));
    }

    private static Incoming event(String aggregate, long number) {
        return new Incoming(
                "/files", aggregate, number, aggregate + number, "told", Instant.EPOCH, null, new byte[] {'{', '}'});
    }

    private static List<Incoming> events(String aggregate, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(n -> event(aggregate, n))
                .toList();
    }

    private Document row(String collection, String id) {
        return Mono.from(desktop.database.getCollection(collection).find(Filters.eq(id)))
                .block();
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    @Test
    void rows_and_effects_of_a_poll_are_written_in_bulk() {
        one.absorb(Map.of("a", events("a", 1, 1))).block();
        long before = desktop.embedded.counters().writeCommands();
        one.absorb(Map.of("a", events("a", 2, 3), "b", events("b", 1, 1))).block();
        assertThat(row("board", "a")).containsEntry("count", 3L);
        assertThat(row("board", "b")).containsEntry("count", 1L);
        assertThat(row("messages", "a2")).containsEntry("text", "told");
        assertThat(desktop.embedded.counters().writeCommands() - before).isLessThanOrEqualTo(4);
    }

    @Test
    void two_consumers_that_read_the_same_count_once() {
        one.absorb(Map.of("a", events("a", 1, 1))).block();
        Flux.merge(
                        one.absorb(Map.of("a", events("a", 2, 30), "b", events("b", 1, 9))),
                        other.absorb(Map.of("a", events("a", 2, 30), "b", events("b", 1, 9))))
                .blockLast();
        assertThat(row("board", "a")).containsEntry("count", 30L);
        assertThat(row("board", "b")).containsEntry("count", 9L);
    }

    @Test
    void a_number_too_far_comes_back() {
        List<Book.Entry> left =
                one.absorb(Map.of("a", List.of(event("a", 1), event("a", 3)))).block();
        assertThat(left)
                .singleElement()
                .extracting(entry -> entry.left().reason())
                .isEqualTo(Parked.Reason.GAP);
        assertThat(one.marks(List.of("a")).block().get("a").get("/files|a").number())
                .isEqualTo(1);
    }
}
