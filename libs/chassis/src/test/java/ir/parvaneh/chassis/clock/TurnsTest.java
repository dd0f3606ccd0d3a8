package ir.parvaneh.chassis.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@ExtendWith(OutputCaptureExtension.class)
class TurnsTest {

    private final List<String> done = new ArrayList<>();
    private final Turns turns = new Turns("the slip", 1);
    private String why = "no such district";

    private Mono<Void> turn(String one) {
        if (one.equals("thrown")) {
            throw new IllegalStateException("no band for 101 storeys");
        }
        return one.equals("failed")
                ? Mono.error(new IllegalArgumentException(why))
                : Mono.fromRunnable(() -> done.add(one));
    }

    private void round(String... waiting) {
        turns.each(Flux.just(waiting), one -> one, this::turn).block();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void what_fails_or_throws_does_not_stand_before_the_others(int sideBySide) {
        Flux<String> waiting = Flux.just("first", "thrown", "second", "failed", "third");
        new Turns("the slip", sideBySide).each(waiting, one -> one, this::turn).block();
        assertThat(done).containsExactly("first", "second", "third");
    }

    @Test
    void a_store_that_is_away_ends_the_round() {
        Mono<Void> round =
                turns.each(Flux.<String>error(new IllegalStateException("no store")), one -> one, this::turn);
        assertThatIllegalStateException().isThrownBy(round::block).withMessage("no store");
    }

    @Test
    void the_same_failure_is_logged_once_and_another_reason_again(CapturedOutput output) {
        round("failed");
        round("failed", "first");
        why = "no such tariff";
        round("failed");
        assertThat(output.getOut().lines().filter(line -> line.contains("the slip of failed waits")))
                .hasSize(2)
                .first()
                .asString()
                .contains("no such district");
    }
}
