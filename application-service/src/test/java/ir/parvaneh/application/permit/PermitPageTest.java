package ir.parvaneh.application.permit;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.process.ProcessPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PermitPageTest {

    private static final Path PAGE = Path.of("../docs/processes/building-permit.md");

    /** {@code -Dpages.write=true} writes the page anew. */
    @Test
    void the_page_of_the_permit_is_what_its_table_says() throws IOException {
        String page = ProcessPage.render(PermitProcess.load().current());
        if (Boolean.getBoolean("pages.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/processes/building-permit.md; run this test with -Dpages.write=true to write it anew")
                .isEqualTo(page);
    }
}
