package ir.parvaneh.chassis.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.chassis.stream.KafkaWire;
import ir.parvaneh.dev.kafka.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class CityClockTest {
    @TempDir
    Path directory;

    @Test
    void city_time_is_real_time_and_an_offset_in_whole_milliseconds() {
        CityClock clock = new CityClock(() -> Instant.parse("2026-03-21T08:00:00.123456Z"));
        clock.set(Duration.ofDays(61));
        assertThat(clock.now()).isEqualTo(Instant.parse("2026-05-21T08:00:00.123Z"));
    }

    @Test
    void every_replica_follows_and_one_that_starts_later_too() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0)) {
            kafka.createTopics(Map.of(ClockMover.TOPIC, 1));
            try (var first = replica(kafka);
                    var second = replica(kafka)) {
                ClockMover mover = first.getBean(ClockMover.class);
                mover.moveTo(Duration.ofDays(1)).block();
                mover.advance(Duration.ofDays(61)).block();
                assertThat(offset(first)).isEqualTo(Duration.ofDays(62));
                await().untilAsserted(() -> assertThat(offset(second)).isEqualTo(Duration.ofDays(62)));
            }
            try (var later = replica(kafka)) {
                await().untilAsserted(() -> assertThat(offset(later)).isEqualTo(Duration.ofDays(62)));
            }
        }
    }

    private static Duration offset(AnnotationConfigApplicationContext replica) {
        return replica.getBean(CityClock.class).offset();
    }

    private static AnnotationConfigApplicationContext replica(EmbeddedKafka kafka) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("parvaneh.stream.bootstrap", kafka.bootstrapServers())));
        context.getEnvironment().setActiveProfiles("dev");
        context.registerBean(KafkaWire.class, () -> new KafkaWire(kafka.bootstrapServers(), "clock"));
        context.register(ClockParts.class);
        context.refresh();
        return context;
    }
}
