package ir.parvaneh.district.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

final class RecountsTest {
    private static final Instant TODAY = Instant.parse("2026-11-25T08:00:00Z");
    private static final Instant YESTERDAY = TODAY.minusSeconds(86_400);

    private final List<Sinks.One<Board>> begun = new ArrayList<>();
    private final Recounts recounts = new Recounts(
            asOf -> {
                begun.add(Sinks.one());
                return begun.getLast().asMono();
            },
            Duration.ofMillis(20));

    private static Board board(Instant asOf) {
        return new BoardSum(asOf).board();
    }

    @Test
    void who_asks_again_gets_what_was_counted_meanwhile_and_the_next_is_counted_anew() {
        assertThat(recounts.of(TODAY).block()).isNull();
        assertThat(recounts.of(TODAY).block()).as("still being counted").isNull();
        assertThat(begun).hasSize(1);
        begun.getFirst().tryEmitValue(board(TODAY));
        assertThat(recounts.of(TODAY).block()).isEqualTo(board(TODAY));
        assertThat(recounts.of(TODAY).block()).isNull();
        assertThat(begun).hasSize(2);
    }

    @Test
    void one_recount_runs_at_a_time_and_another_question_waits_its_turn() {
        assertThat(recounts.of(null).block()).isNull();
        assertThat(recounts.of(YESTERDAY).block()).isNull();
        assertThat(begun).hasSize(1);
        begun.getFirst().tryEmitValue(board(TODAY));
        assertThat(recounts.of(YESTERDAY).block()).isNull();
        assertThat(begun).hasSize(2);
        begun.getLast().tryEmitValue(board(YESTERDAY));
        assertThat(recounts.of(YESTERDAY).block()).isEqualTo(board(YESTERDAY));
    }

    @Test
    void an_accident_is_told_once_and_the_next_question_is_counted_anew() {
        assertThat(recounts.of(TODAY).block()).isNull();
        begun.getFirst().tryEmitError(new IllegalStateException("an owner is away"));
        assertThatThrownBy(() -> recounts.of(TODAY).block()).hasMessageContaining("an owner is away");
        assertThat(recounts.of(TODAY).block()).isNull();
        assertThat(begun).hasSize(2);
    }

    @Test
    void a_board_of_now_is_summed_once_for_all_who_ask_at_the_time_but_an_accident_is_not_kept() {
        AtomicInteger sums = new AtomicInteger();
        var fresh = new FreshBoard(
                Mono.defer(() -> sums.incrementAndGet() == 1
                        ? Mono.error(new IllegalStateException("the store is away"))
                        : Mono.just(board(TODAY))),
                Duration.ofHours(1));
        assertThatThrownBy(() -> fresh.now().block()).hasMessageContaining("the store is away");
        assertThat(fresh.now().block()).isEqualTo(board(TODAY));
        assertThat(fresh.now().block()).isEqualTo(board(TODAY));
        assertThat(sums).hasValue(2);
    }
}
