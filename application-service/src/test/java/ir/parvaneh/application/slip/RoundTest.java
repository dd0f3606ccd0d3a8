package ir.parvaneh.application.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RoundTest {

    private final List<String> done = new ArrayList<>();

    private Mono<Void> step(String one) {
        if (one.equals("thrown")) {
            throw new IllegalStateException("no band for 101 storeys");
        }
        return one.equals("failed")
                ? Mono.error(new IllegalArgumentException("no such district"))
                : Mono.fromRunnable(() -> done.add(one));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void what_fails_or_throws_does_not_stand_before_the_others(int sideBySide) {
        Flux<String> waiting = Flux.just("first", "thrown", "second", "failed", "third");
        Round.over(waiting, sideBySide, one -> one, this::step).block();
        assertThat(done).containsExactly("first", "second", "third");
    }

    @Test
    void a_store_that_is_away_ends_the_round() {
        Flux<String> away = Flux.error(new IllegalStateException("no store"));
        Mono<Void> round = Round.over(away, 1, one -> one, this::step);
        assertThat(round.onErrorResume(IllegalStateException.class, gone -> Mono.fromRunnable(() -> done.add("ended")))
                        .thenReturn(done)
                        .block())
                .containsExactly("ended");
    }
}
