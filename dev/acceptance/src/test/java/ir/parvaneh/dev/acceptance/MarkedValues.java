package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.iran.NationalId;
import ir.parvaneh.iran.PersianText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A name and numbers that nobody else has, and the search for them in everything that the city keeps. */
final class MarkedValues {
    static final String NATIONAL_ID = "427183095" + checkDigit("427183095");
    static final String MOBILE = "09197355316";
    static final String NAME = "ژرفاسپند";
    private static final String LATIN_NAME = "Zharfasepand";
    static final String FULL_NAME = NAME + " " + LATIN_NAME;

    private final Map<String, byte[]> forms = forms();

    private static char checkDigit(String nine) {
        return Stream.iterate('0', digit -> (char) (digit + 1))
                .limit(10)
                .filter(digit -> NationalId.parse(nine + digit).isValid())
                .findFirst()
                .orElseThrow();
    }

    /** Each as it may stand somewhere: plain, in Persian digits, as JSON escapes letters, as an address does. */
    private static Map<String, byte[]> forms() {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        for (String mark : List.of(NATIONAL_ID, MOBILE, MOBILE.substring(1), NAME, LATIN_NAME)) {
            StringBuilder escaped = new StringBuilder();
            mark.chars().forEach(c -> escaped.append(c < 128 ? "" + (char) c : "\\u%04x".formatted(c)));
            for (String form : List.of(
                    mark,
                    PersianText.persianDigits(mark),
                    escaped.toString(),
                    URLEncoder.encode(mark, StandardCharsets.UTF_8))) {
                forms.put(form, form.getBytes(StandardCharsets.UTF_8));
            }
        }
        return forms;
    }

    /** Whether any of them is there, in any form. */
    boolean standIn(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return forms.values().stream().anyMatch(mark -> holds(content, mark));
    }

    void areNotIn(String place, String text) {
        holdsNone(place, text.getBytes(StandardCharsets.UTF_8));
    }

    void areInNoTopic() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                RunningCity.here().broker(),
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> places = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(places);
            consumer.seekToBeginning(places);
            Map<TopicPartition, Long> ends = consumer.endOffsets(places);
            Set<TopicPartition> unread = new HashSet<>(places);
            long seen = 0;
            while (!unread.isEmpty()) {
                for (var record : consumer.poll(Duration.ofMillis(300))) {
                    seen++;
                    String place = "topic " + record.topic() + " " + record.offset();
                    holdsNone(place, record.value());
                    holdsNone(place, record.key());
                    record.headers().forEach(header -> holdsNone(place + " " + header.key(), header.value()));
                }
                unread.removeIf(place -> consumer.position(place) >= ends.get(place));
            }
            assertThat(seen).as("records searched").isGreaterThan(50);
        }
    }

    void areInNoStore() {
        try (Behind store = new Behind()) {
            List<String> documents = store.everything().toList();
            assertThat(documents).hasSizeGreaterThan(100);
            documents.forEach(document -> areNotIn(document, document));
        }
    }

    /** What store and broker keep on disk, also of what was there before, and the log of the whole city. */
    void areInNoFile() {
        List<Path> files = new ArrayList<>(files(RunningCity.here().data()));
        files.add(Path.of("target", "city.log"));
        assertThat(files).hasSizeGreaterThan(5);
        for (Path path : files) {
            holdsNone(path.toString(), read(path));
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }

    private void holdsNone(String place, byte[] content) {
        forms.forEach((mark, bytes) ->
                assertThat(holds(content, bytes)).as("%s in %s", mark, place).isFalse());
    }

    private static boolean holds(byte[] content, byte[] mark) {
        for (int i = 0; content != null && i <= content.length - mark.length; i++) {
            if (content[i] == mark[0] && Arrays.equals(content, i, i + mark.length, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }
}
