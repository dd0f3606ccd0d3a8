package ir.parvaneh.chassis.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ir.parvaneh.chassis.store.Rules;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The protocol's very code, thousands of times in a world that crashes, loses, repeats, swaps and delays. */
class SimulationTest {
    private static final long SEEDS = Long.getLong("simulation.seeds", 5_000);
    private static final long FIRST = Long.getLong("simulation.first", 1);
    private static final int FEW = 1_500;
    private static final Rules ALL = with(true, true, true, true);

    private static Rules with(boolean relayInOrder, boolean contiguous, boolean keyLookup, boolean pendingByMin) {
        return new Rules(relayInOrder, contiguous, keyLookup, pendingByMin, 2);
    }

    @Test
    void the_protocol_holds_whatever_happens() {
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            List<String> violations = new City(seed, ALL, true, true).violations();
            if (!violations.isEmpty()) {
                fail("seed " + seed + ": " + violations);
            }
        }
    }

    @Test
    void without_order_in_the_relay_it_breaks() {
        assertBreaks(seed -> new City(seed, with(false, true, true, true), true, true));
    }

    @Test
    void without_contiguous_marks_it_breaks() {
        assertBreaks(seed -> new City(seed, with(true, false, true, true), true, true));
    }

    @Test
    void without_looking_old_keys_up_it_breaks() {
        assertBreaks(seed -> new City(seed, with(true, true, false, true), true, true));
    }

    @Test
    void without_the_earliest_pending_since_it_breaks() {
        assertBreaks(seed -> new City(seed, with(true, true, true, false), true, true));
    }

    @Test
    void without_openings_it_breaks() {
        assertBreaks(seed -> new City(seed, ALL, false, true));
    }

    @Test
    void without_comparing_heads_it_breaks() {
        assertBreaks(seed -> new City(seed, ALL, true, false));
    }

    private static void assertBreaks(LongFunction<City> city) {
        assertThat(LongStream.rangeClosed(1, FEW)
                        .anyMatch(seed -> !city.apply(seed).violations().isEmpty()))
                .as("one of %s seeds shows what the rule is for", FEW)
                .isTrue();
    }
}
