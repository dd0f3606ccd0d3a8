package ir.parvaneh.chassis.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class RoundsTest {
    private static final Duration SOON = Duration.ofMillis(5);

    @Test
    void a_turn_that_fails_is_followed_by_the_next_and_none_comes_after_the_end() {
        AtomicInteger turns = new AtomicInteger();
        Rounds rounds = new Rounds().each(SOON, "failing", () -> {
            if (turns.incrementAndGet() % 2 == 0) {
                throw new IllegalStateException("before there is a Mono");
            }
            return Mono.error(new IllegalStateException("in it"));
        });
        rounds.start();
        await().untilAsserted(() -> assertThat(turns).hasValueGreaterThan(3));
        rounds.stop();
        int done = turns.get();
        await().during(SOON.multipliedBy(10))
                .untilAsserted(() -> assertThat(turns.get()).isLessThanOrEqualTo(done + 1));
        assertThat(rounds.isRunning()).isFalse();
    }

    @Test
    void a_long_turn_is_not_overtaken_and_holds_up_no_other_round() {
        AtomicInteger slow = new AtomicInteger();
        AtomicInteger quick = new AtomicInteger();
        Sinks.Empty<Void> end = Sinks.empty();
        Rounds rounds = new Rounds()
                .each(SOON, "slow", () -> {
                    slow.incrementAndGet();
                    return end.asMono();
                })
                .each(SOON, "quick", () -> Mono.fromSupplier(quick::incrementAndGet));
        rounds.start();
        await().untilAsserted(() -> assertThat(quick).hasValueGreaterThan(5));
        assertThat(slow).hasValue(1);
        end.tryEmitEmpty();
        await().untilAsserted(() -> assertThat(slow).hasValueGreaterThan(1));
        rounds.stop();
    }
}
