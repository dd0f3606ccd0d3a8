package ir.parvaneh.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.file.HostedProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReleasedEditionsTest {

    private static final Path RELEASED = Path.of("src/test/resources/released-editions.txt");

    /**
     * Files keep the edition they were begun under, so a released table and the schemas of its evidence must never
     * change. {@code -Deditions.release=true} adds what is not listed yet; it never changes a line.
     */
    @Test
    void a_released_edition_and_its_evidence_stay_as_they_are() throws IOException {
        List<String> current = current();
        List<String> released = new ArrayList<>(Files.readAllLines(RELEASED));
        if (Boolean.getBoolean("editions.release")) {
            current.stream().filter(line -> !listed(released, line)).forEach(released::add);
            Files.write(RELEASED, new TreeSet<>(released));
        }
        assertThat(released)
                .as("a released edition was changed or a new one is not listed: give a changed table a new edition")
                .containsAll(current);
    }

    private static boolean listed(List<String> released, String line) {
        String name = line.substring(0, line.lastIndexOf(' '));
        return released.stream().anyMatch(one -> one.startsWith(name + " "));
    }

    private static List<String> current() {
        Processes processes = HostedProcesses.load();
        List<String> lines = new ArrayList<>();
        processes
                .editions()
                .values()
                .forEach(table -> lines.add("process " + table.name() + " " + table.edition() + " " + table.hash()));
        processes.catalogue().kinds().forEach(kind -> lines.add("evidence " + kind.name() + " " + kind.digest()));
        return lines;
    }
}
