package ir.parvaneh.application.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReleasedTariffsTest {

    private static final Path RELEASED = Path.of("src/test/resources/released-tariffs.txt");

    /**
     * People were charged by it, so a released edition never changes. {@code -Dtariffs.release=true} adds what is not
     * listed yet; it never changes a line.
     */
    @Test
    void a_released_tariff_stays_as_it_is() throws IOException {
        List<String> released =
                Files.exists(RELEASED) ? new ArrayList<>(Files.readAllLines(RELEASED)) : new ArrayList<>();
        Tariffs all = Tariffs.load();
        List<String> current = Stream.concat(
                        all.editions().stream().map(tariff -> tariff.edition() + " " + tariff.digest()),
                        all.requests().stream().map(schedule -> schedule.edition() + " " + schedule.digest()))
                .toList();
        if (Boolean.getBoolean("tariffs.release")) {
            current.stream()
                    .filter(line -> released.stream().noneMatch(one -> one.startsWith(line.split(" ")[0] + " ")))
                    .forEach(released::add);
            Files.write(RELEASED, new TreeSet<>(released));
        }
        assertThat(released)
                .as("a released tariff was changed or a new one is not listed: write a new edition or period")
                .containsAll(current);
    }
}
