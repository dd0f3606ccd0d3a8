package ir.parvaneh.district;

import ir.parvaneh.chassis.store.Mark;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.Topics;
import ir.parvaneh.dev.kafka.EmbeddedKafka;
import ir.parvaneh.dev.store.EmbeddedStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The district's service on an embedded store and broker, in a city whose other services are played by the test. */
final class City implements AutoCloseable {
    private static final Map<String, String> TOPICS = Map.of(
            Sources.FILES, Topics.APPLICATIONS,
            Sources.SLIPS, Topics.APPLICATIONS,
            Sources.OFFICE_PAGES, Topics.OFFICES);

    private final Map<String, List<Incoming>> told = new ConcurrentHashMap<>();
    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private final EmbeddedKafka kafka;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();
    private final Neighbours neighbours;
    private final ConfigurableApplicationContext service;

    City(Path data) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        kafka = EmbeddedKafka.start(data, 0);
        kafka.createTopics(Map.of(Topics.APPLICATIONS, 2, Topics.OFFICES, 2, Topics.DISTRICTS, 2, Topics.CLOCK, 1));
        Map<String, Object> broker = Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 0);
        producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = List.of(new TopicPartition(Topics.DISTRICTS, 0), new TopicPartition(Topics.DISTRICTS, 1));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        neighbours = new Neighbours(this);
        service = started();
    }

    private ConfigurableApplicationContext started() {
        return new SpringApplicationBuilder(DistrictService.class)
                .properties(
                        "spring.config.name=district-service",
                        "logging.level.root=warn",
                        "logging.level.org.apache.kafka=error",
                        "logging.level.kafka=error")
                .run(
                        "--server.port=0",
                        "--spring.profiles.active=dev",
                        "--parvaneh.store.uri=" + store.uri(),
                        "--parvaneh.stream.bootstrap=" + kafka.bootstrapServers(),
                        "--parvaneh.issuer=" + neighbours.address(),
                        "--parvaneh.peers.applications=" + neighbours.address(),
                        "--parvaneh.peers.offices=" + neighbours.address());
    }

    Person person(String personId, Map<String, Object> claims) {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return new Person(personId, "http://127.0.0.1:" + port, neighbours.token(personId, claims));
    }

    Person ofDistrict(int districtNo, String personId, String... roles) {
        return person(personId, Map.of("roles", List.of(roles), "district_no", districtNo));
    }

    /** Tells an event as its owner does; the answer is its number. */
    long tell(String source, String aggregate, String type, Map<String, Object> data) {
        List<Incoming> before = told.computeIfAbsent(Mark.stream(source, aggregate), s -> new CopyOnWriteArrayList<>());
        long number = before.size() + 1L;
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        byte[] json = Shape.json().writeValueAsBytes(data);
        var event = new Incoming(source, aggregate, number, UUID.randomUUID().toString(), type, now, null, json);
        before.add(event);
        producer.send(record(event));
        return number;
    }

    private static ProducerRecord<String, byte[]> record(Incoming event) {
        var record = new ProducerRecord<>(TOPICS.get(event.source()), event.aggregate(), event.data());
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", event.id(),
                        "ce_source", event.source(),
                        "ce_type", event.type(),
                        "ce_subject", event.aggregate(),
                        "ce_time", Shape.text(event.at()),
                        "ce_sequence", Long.toString(event.number()))
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    List<Incoming> told(String source, String aggregate) {
        return told.getOrDefault(Mark.stream(source, aggregate), List.of());
    }

    Set<String> aggregates(String source) {
        Set<String> ids = new TreeSet<>();
        told.keySet().stream()
                .filter(stream -> stream.startsWith(source + "|"))
                .forEach(stream -> ids.add(stream.substring(source.length() + 1)));
        return ids;
    }

    /** Types of what the service has told about an application so far, in order. */
    synchronized List<String> heard(String aggregate) {
        return events(aggregate).stream().map(one -> header(one, "ce_type")).toList();
    }

    /** The last event of that type about an application. */
    synchronized tools.jackson.databind.JsonNode last(String aggregate, String type) {
        return events(aggregate).stream()
                .filter(one -> header(one, "ce_type").equals(type))
                .reduce((first, second) -> second)
                .map(one -> Shape.json().readTree(one.value()))
                .orElseThrow();
    }

    private List<ConsumerRecord<String, byte[]>> events(String aggregate) {
        consumer.poll(Duration.ofMillis(50)).forEach(this::hear);
        return heard.stream().filter(one -> one.key().equals(aggregate)).toList();
    }

    /** The same number may be told twice; its first occurrence counts. */
    private void hear(ConsumerRecord<String, byte[]> record) {
        boolean known = heard.stream()
                .filter(one -> one.key().equals(record.key()))
                .anyMatch(one -> header(one, "ce_sequence").equals(header(record, "ce_sequence")));
        if (!known) {
            heard.add(record);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        service.close();
        neighbours.close();
        consumer.close();
        producer.close();
        kafka.close();
        store.close();
    }
}
