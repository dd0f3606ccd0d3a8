package ir.parvaneh.dev.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class EmbeddedKafkaTest {
    private static final String TOPIC = "applications.events.v1";
    private static final int RECORDS = 200;

    @TempDir
    Path directory;

    @Test
    void records_are_still_there_after_a_restart_on_the_same_directory_and_port() throws Exception {
        int port = Ports.free();
        try (var kafka = EmbeddedKafka.start(directory, port)) {
            kafka.createTopics(Map.of(TOPIC, 3));
            produce(kafka.bootstrapServers());
            assertThat(consume(kafka.bootstrapServers())).containsExactlyInAnyOrderElementsOf(expected());
        }
        try (var kafka = EmbeddedKafka.start(directory, port)) {
            kafka.createTopics(Map.of(TOPIC, 3));
            assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            assertThat(consume(kafka.bootstrapServers())).containsExactlyInAnyOrderElementsOf(expected());
            assertThatThrownBy(() -> EmbeddedKafka.start(directory.resolve("other"), port))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is taken");
        }
    }

    @Test
    void a_command_line_without_a_directory_or_with_a_bad_topic_is_refused_with_a_reason() {
        assertThat(Arguments.parse("--port", "9092")).isEqualTo(new Arguments.Invalid("--data is missing"));
        assertThat(Arguments.parse("--data", "d", "--topic", "x")).isInstanceOf(Arguments.Invalid.class);
        assertThat(Arguments.parse("--data", "d", "--port", "7", "--topic", "a.b:4"))
                .isEqualTo(new Arguments.Valid(Path.of("d"), 7, Map.of("a.b", 4)));
    }

    private static List<String> expected() {
        return IntStream.range(0, RECORDS).mapToObj(String::valueOf).toList();
    }

    private static void produce(String address) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", address, "acks", "all", "linger.ms", 0);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String value : expected()) {
                producer.send(new ProducerRecord<>(TOPIC, "file-" + value.charAt(0), value))
                        .get();
            }
        }
    }

    private static List<String> consume(String address) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                address,
                "group.id",
                "reader-" + System.nanoTime(),
                "auto.offset.reset",
                "earliest");
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < RECORDS && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(500)).forEach(r -> values.add(r.value()));
            }
        }
        return values;
    }
}
