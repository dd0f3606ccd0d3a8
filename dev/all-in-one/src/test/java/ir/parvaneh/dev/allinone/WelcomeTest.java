package ir.parvaneh.dev.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WelcomeTest {
    private final String text = Welcome.text(
            URI.create("http://127.0.0.1:8080"), URI.create("http://127.0.0.1:9000"), Duration.ofMillis(12345));

    @Test
    void a_newcomer_is_told_where_the_city_is_and_whom_one_can_be() {
        assertThat(text).contains("http://127.0.0.1:8080/docs", "12.3 s", "citizen-3000", "office-110", "district-22");
    }

    @Test
    void the_three_lines_to_try_are_lines_of_a_shell() {
        assertThat(text.lines().filter(line -> line.contains("curl -s")))
                .hasSize(3)
                .allMatch(line -> count(line, '\'') % 2 == 0 && count(line, '(') == count(line, ')'));
        assertThat(text).contains("sed 's/^{\"id\":\"\\([^\"]*\\)\".*/\\1/')", "$(date +%s%N)");
    }

    private static long count(String line, char sign) {
        return line.chars().filter(c -> c == sign).count();
    }
}
