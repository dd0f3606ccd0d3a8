package ir.parvaneh.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.file.HostedProcesses;
import ir.parvaneh.process.ProcessPage;
import ir.parvaneh.process.ProcessTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessPagesTest {

    private static final Path PAGES = Path.of("../docs/processes");

    static Collection<String> names() {
        return HostedProcesses.load().editions().values().stream()
                .map(ProcessTable::name)
                .distinct()
                .toList();
    }

    /** {@code -Dpages.write=true} writes the pages anew. */
    @ParameterizedTest
    @MethodSource("names")
    void the_page_of_a_process_is_what_its_table_says(String name) throws IOException {
        String page = ProcessPage.render(HostedProcesses.load().current(name));
        Path file = PAGES.resolve(name + ".md");
        if (Boolean.getBoolean("pages.write")) {
            Files.createDirectories(PAGES);
            Files.writeString(file, page);
        }
        assertThat(Files.readString(file))
                .as(file + "; run this test with -Dpages.write=true to write it anew")
                .isEqualTo(page);
    }
}
