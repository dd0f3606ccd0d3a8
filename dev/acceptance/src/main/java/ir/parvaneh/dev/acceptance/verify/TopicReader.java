package ir.parvaneh.dev.acceptance.verify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the city's topics from the beginning: first occurrences of each stream are 1..n in order and equal history. */
final class TopicReader {
    private static final List<String> TOPICS =
            List.of("applications.events.v1", "offices.events.v1", "districts.events.v1", "notifications.events.v1");
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AT_MOST = Duration.ofMinutes(3);

    private final Report report;
    private final Map<String, List<String>> told = new HashMap<>();
    private final Map<String, Integer> partitions = new HashMap<>();
    private final Report.Check ordered;
    private final Report.Check repeats;
    private final Report.Check kept;
    private long again;

    TopicReader(Report report) {
        this.report = report;
        this.ordered = report.check("first occurrences on each topic are 1..n in order");
        this.repeats = report.check("a number said again says the same");
        this.kept = report.check("all events of an aggregate lie in one partition");
    }

    void read(String bootstrap) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            Set<String> there = consumer.listTopics().keySet();
            List<TopicPartition> places = TOPICS.stream()
                    .filter(there::contains)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(places);
            consumer.seekToBeginning(places);
            readTo(consumer, consumer.endOffsets(places));
        }
    }

    private void readTo(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        long deadline = System.nanoTime() + AT_MOST.toNanos();
        Set<TopicPartition> unread = new HashSet<>(ends.keySet());
        while (!unread.isEmpty()) {
            consumer.poll(POLL).forEach(this::take);
            unread.removeIf(place -> consumer.position(place) >= ends.get(place));
            if (System.nanoTime() > deadline) {
                report.check("topics can be read to their ends").expect(false, unread + " within " + AT_MOST);
                return;
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        String stream = header(record, "ce_source") + "|" + header(record, "ce_subject");
        long number = Long.parseLong(header(record, "ce_sequence"));
        String gist = Entry.gist(header(record, "ce_id"), header(record, "ce_type"), record.value());
        List<String> said = told.computeIfAbsent(stream, s -> new ArrayList<>());
        kept.expect(partitions.computeIfAbsent(stream, s -> record.partition()) == record.partition(), stream);
        if (number >= 1 && number <= said.size()) {
            again++;
            repeats.expect(said.get((int) number - 1).equals(gist), stream + " number " + number);
            return;
        }
        ordered.expect(number == said.size() + 1, stream + " number " + number + " after " + said.size());
        if (number == said.size() + 1) {
            said.add(gist);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** How many records repeated a number: allowed, and dropped by every reader. */
    long again() {
        return again;
    }

    /** @param unsent streams with something in the outbox: the topic may be behind there, and nowhere else */
    void compare(Histories histories, Set<String> unsent) {
        Report.Check equal = report.check("topics say what histories say");
        histories.streams().forEach((stream, history) -> {
            List<String> said = told.getOrDefault(stream, List.of());
            boolean same = said.equals(history.gists())
                    || unsent.contains(stream)
                            && history.gists().subList(0, said.size()).equals(said);
            equal.expect(same, stream + ": " + said.size() + " on the topic, " + history.number() + " in history");
        });
        told.keySet().stream()
                .filter(stream -> !histories.streams().containsKey(stream))
                .forEach(stream -> equal.expect(false, stream + " is on the topic and in no history"));
    }
}
