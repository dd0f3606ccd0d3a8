package ir.parvaneh.district.commission;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.process.ProcessPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class Article100PageTest {
    private static final Path PAGE = Path.of("../docs/processes/article-100.md");
    private static final Path RELEASED = Path.of("src/test/resources/released-editions.txt");

    /** {@code -Dpages.write=true} writes the page anew. */
    @Test
    void the_page_of_article_100_is_what_its_table_says() throws IOException {
        String page = ProcessPage.render(DocketStory.ARTICLE.current());
        if (Boolean.getBoolean("pages.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/processes/article-100.md; run this test with -Dpages.write=true to write it anew")
                .isEqualTo(page);
    }

    /** {@code -Deditions.release=true} adds what is not listed yet; it never changes a line. */
    @Test
    void a_released_edition_and_its_evidence_stay_as_they_are() throws IOException {
        List<String> released = new ArrayList<>(Files.readAllLines(RELEASED));
        if (Boolean.getBoolean("editions.release")) {
            current().stream().filter(line -> !listed(released, line)).forEach(released::add);
            Files.write(RELEASED, new TreeSet<>(released));
        }
        assertThat(released)
                .as("a released edition was changed or a new one is not listed: give a changed table a new edition")
                .containsAll(current());
    }

    private static boolean listed(List<String> released, String line) {
        String name = line.substring(0, line.lastIndexOf(' '));
        return released.stream().anyMatch(one -> one.startsWith(name + " "));
    }

    private static List<String> current() {
        List<String> lines = new ArrayList<>();
        DocketStory.ARTICLE
                .editions()
                .forEach(table -> lines.add("process " + table.name() + " " + table.edition() + " " + table.hash()));
        DocketStory.ARTICLE
                .current()
                .catalogue()
                .kinds()
                .forEach(kind -> lines.add("evidence " + kind.name() + " " + kind.digest()));
        return lines;
    }
}
