package ir.parvaneh.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProcessTablesTest {

    private final ProcessTable first = Garden.table();
    private final ProcessTable second = Garden.table(
            Garden.yaml().replace("edition: \"1\"", "edition: \"2\"").replace("within: 10 days", "within: 9 days"));

    @Test
    void a_file_keeps_the_edition_it_was_begun_under() {
        ProcessTables tables = ProcessTables.of(first, second);
        Story story = new Story();
        assertThat(tables.current("garden")).isSameAs(second);
        assertThat(tables.of(story.file)).isSameAs(first);
    }

    @Test
    void an_edition_that_is_not_held_as_it_was_is_an_accident() {
        ProcessTables tables = ProcessTables.of(second);
        ProcessFile file = new Story().file;
        assertThatThrownBy(() -> tables.of(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1");
    }

    @Test
    void the_hash_is_of_the_words_and_not_of_the_line_ends() {
        assertThat(Garden.table(Garden.yaml().replace("\n", "\r\n")).hash()).isEqualTo(first.hash());
        assertThat(second.hash()).isNotEqualTo(first.hash());
    }
}
