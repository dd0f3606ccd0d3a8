package ir.parvaneh.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {
    private final Cursors cursors = new Cursors("a secret");

    @Test
    void a_cursor_leads_back_to_its_place() {
        assertThat(cursors.read("tasks office:1", cursors.write("tasks office:1", "2026-01-01|پرونده")))
                .isEqualTo("2026-01-01|پرونده");
        assertThat(cursors.read("tasks", null)).isNull();
    }

    @Test
    void a_cursor_of_another_list_or_maker_is_refused() {
        String cursor = cursors.write("tasks office:1", "x");

        refused("tasks office:2", cursor);
        refused("tasks office:1", new Cursors("other").write("tasks office:1", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "AAAA", "x y", "\u06f1"})
    void nonsense_is_refused(String cursor) {
        refused("tasks", cursor);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_single_altered_letter_is_noticed(long seed) {
        var random = new Random(seed);
        var cursor = new StringBuilder(cursors.write("tasks", "2026-01-01T00:00:00.000Z|a.7"));
        int at = random.nextInt(cursor.length() - 1);
        cursor.setCharAt(at, cursor.charAt(at) == 'A' ? 'B' : 'A');

        refused("tasks", cursor.toString());
    }

    private void refused(String query, String cursor) {
        assertThatThrownBy(() -> cursors.read(query, cursor))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("cursor-tampered"));
    }
}
