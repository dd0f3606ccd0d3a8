package ir.parvaneh.dev.city.report;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.dev.city.report.Journal.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    @Test
    void what_was_written_before_a_kill_is_read_and_a_torn_line_is_not() throws IOException {
        Path file = folder.resolve("replay/log.journal");
        Journal journal = Journal.fresh(file, "run-1");
        journal.write(line("begin"));
        Files.writeString(file, "{\"run\":\"run-1\",\"perm", StandardOpenOption.APPEND);
        try (Journal resumed = Journal.resumed(file, "run-1")) {
            resumed.write(line("submit"));
        }
        assertThat(Journal.read(file)).extracting(Line::action).containsExactly("run", "begin", "submit");
        assertThat(Journal.read(file).get(2)).isEqualTo(line("submit"));
    }

    @Test
    void a_journal_that_is_not_there_holds_nothing() {
        assertThat(Journal.read(folder.resolve("none"))).isEmpty();
    }

    private static Line line(String action) {
        return new Line("run-1", "log#1", action, "file-1", 3, 1, true, "202", "\"4\"", "key");
    }
}
