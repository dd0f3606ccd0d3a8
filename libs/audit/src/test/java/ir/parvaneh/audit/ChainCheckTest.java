package ir.parvaneh.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainCheckTest {

    @Test
    void what_was_not_touched_is_intact() {
        assertThat(Written.chain(0).faults()).isEmpty();
        assertThat(Written.chain(1).faults()).isEmpty();
        assertThat(Written.chain(12).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6, 7})
    void a_changed_entry_is_named_and_no_other(int place) {
        assertThat(Written.chain(7).changed(place).faults()).containsExactly(place + " altered");
    }

    @Test
    void an_entry_changed_with_its_hash_is_found_at_the_next_one() {
        assertThat(Written.chain(7).changedWithItsHash(3).faults()).containsExactly("4 altered");
    }

    @Test
    void the_last_entry_changed_with_its_hash_is_found_by_the_page() {
        assertThat(Written.chain(7).changedWithItsHash(7).faults()).containsExactly("7 not-the-end");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7})
    void a_deleted_entry_is_named_and_no_other(int place) {
        assertThat(Written.chain(7).without(place).faults()).containsExactly(Written.missing(place));
    }

    @Test
    void two_entries_in_each_others_place_are_named() {
        assertThat(Written.chain(7).swapped(3, 4, false).faults()).containsExactly("3 misplaced", "4 misplaced");
        assertThat(Written.chain(7).swapped(2, 6, false).faults()).containsExactly("2 misplaced", "6 misplaced");
        assertThat(Written.chain(7).swapped(3, 4, true).faults()).containsExactly("3 altered", "4 altered");
        assertThat(Written.chain(7).swapped(6, 7, true).faults()).startsWith("6 altered", "7 altered");
    }

    @Test
    void an_entry_that_the_page_did_not_tell_is_named() {
        Written written = Written.chain(4);
        assertThat(written.with(written.next()).faults()).containsExactly("5 surplus");
    }

    @Test
    void nothing_left_of_a_history_is_as_many_missing_entries() {
        assertThat(Written.chain(2).without(1).without(2).faults())
                .containsExactly(Written.missing(1), Written.missing(2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_is_done_once_to_a_chain_is_found(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            int length = 2 + random.nextInt(12);
            int place = 1 + random.nextInt(length);
            int other = 1 + (place + random.nextInt(length - 1)) % length;
            Written written = Written.chain(length);
            List<Written> done = List.of(
                    written.swapped(place, other, random.nextBoolean()),
                    Written.chain(length).changed(place),
                    Written.chain(length).changedWithItsHash(place),
                    Written.chain(length).without(place));
            done.forEach(one -> assertThat(one.faults())
                    .as("seed %d: %d and %d of %d", seed, place, other, length)
                    .isNotEmpty());
        }
    }
}
