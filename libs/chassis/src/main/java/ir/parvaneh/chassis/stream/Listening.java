package ir.parvaneh.chassis.stream;

import ir.parvaneh.chassis.stream.Parked.Reason;
import ir.parvaneh.chassis.stream.WaitingRoom.Place;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;
import reactor.core.publisher.Mono;

/**
 * One intake's listener: blocking batches, done when all of a batch is taken in, parked or waiting for company. Offsets are
 * committed up to the first event that waits; once a second is enough, as marks drop what comes twice.
 */
final class Listening implements BatchConsumerAwareMessageListener<String, byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long COMMIT_MILLIS = 1_000;
    private static final long IDLE_MILLIS = 250;

    private final Intake intake;
    private final Parking parking;
    private final InstantSource real;
    private final ConcurrentMessageListenerContainer<String, byte[]> container;
    private final Map<Consumer<?, ?>, Room> rooms = new ConcurrentHashMap<>();

    /** What one consumer's thread has waiting, and when it last committed. */
    private static final class Room {
        final WaitingRoom waiting = new WaitingRoom();
        long committedAt;
    }

    Listening(
            Intake intake,
            Parking parking,
            InstantSource real,
            Set<String> topics,
            Kafka kafka,
            DefaultKafkaConsumerFactory<String, byte[]> consumers) {
        this.intake = intake;
        this.parking = parking;
        this.real = real;
        var properties = new ContainerProperties(topics.toArray(String[]::new));
        properties.setGroupId(kafka.service() + "." + intake.name());
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        properties.setIdleEventInterval(IDLE_MILLIS);
        properties.setPollTimeout(IDLE_MILLIS);
        properties.setMessageListener(this);
        container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(intake.name());
        container.setConcurrency(kafka.concurrency());
        container.setApplicationEventPublisher(this::heard);
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS)));
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records, Consumer<?, ?> consumer) {
        Room room = rooms.computeIfAbsent(consumer, none -> new Room());
        List<Incoming> unknown = new ArrayList<>();
        List<Parked> unreadable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            read(record, room.waiting, unknown, unreadable);
        }
        Mono<Void> kept = unreadable.isEmpty() ? Mono.empty() : parking.put(unreadable);
        kept.then(intake.accept(unknown)).block(LONGEST);
        takeIn(room, consumer);
    }

    /** Nothing comes any more: what waits is taken in when its time is over. On the consumer's own thread. */
    private void heard(Object event) {
        if (event instanceof ListenerContainerIdleEvent idle) {
            Room room = rooms.get(idle.getConsumer());
            if (room != null) {
                takeInLater(room, idle.getConsumer());
            }
        }
    }

    /** What fails stays, and is tried again when the next event comes or none does. */
    private void takeInLater(Room room, Consumer<?, ?> consumer) {
        try {
            takeIn(room, consumer);
        } catch (RuntimeException failure) {
            LOG.warn("{} could not take in what waits: {}", intake.name(), failure.toString());
        }
    }

    private void takeIn(Room room, Consumer<?, ?> consumer) {
        long now = real.millis();
        List<Incoming> due = room.waiting.due(now);
        if (!due.isEmpty()) {
            intake.accept(due).block(LONGEST);
            room.waiting.leave(now);
        }
        if (now - room.committedAt >= COMMIT_MILLIS) {
            room.committedAt = now;
            consumer.commitAsync(room.waiting.unread(consumer.assignment()), (offsets, failure) -> {});
        }
    }

    private void read(
            ConsumerRecord<String, byte[]> record,
            WaitingRoom waiting,
            List<Incoming> unknown,
            List<Parked> unreadable) {
        var place = new Place(new TopicPartition(record.topic(), record.partition()), record.offset());
        waiting.seen(place);
        try {
            Incoming event = Envelope.read(record);
            String page = intake.pageOf(event);
            if (page == null) {
                unknown.add(event);
            } else {
                waiting.enter(page, place, event, intake.matters(event), real.millis());
            }
        } catch (IllegalArgumentException e) {
            unreadable.add(unreadable(record, e.toString()));
        }
    }

    private Parked unreadable(ConsumerRecord<String, byte[]> record, String note) {
        String place = record.topic() + "-" + record.partition() + "@" + record.offset();
        byte[] data = record.value() == null ? new byte[0] : record.value();
        Incoming event = new Incoming("unreadable", place, 0, "", "", Instant.EPOCH, null, data);
        String id = intake.name() + "|" + place;
        return new Parked(id, intake.name(), "", Reason.UNREADABLE, real.instant(), note + headers(record), event);
    }

    private static String headers(ConsumerRecord<String, byte[]> record) {
        var text = new StringBuilder();
        record.headers().forEach(header -> text.append(' ')
                .append(header.key())
                .append('=')
                .append(header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        return text.toString();
    }

    void start() {
        container.start();
    }

    void stop() {
        container.stop();
    }

    String name() {
        return intake.name();
    }

    Intake intake() {
        return intake;
    }

    long lag() {
        double lag = 0;
        for (Map<?, ? extends Metric> client : container.metrics().values()) {
            for (Metric metric : client.values()) {
                boolean ofPartition = metric.metricName().name().equals("records-lag");
                lag += ofPartition && metric.metricValue() instanceof Double value && !value.isNaN() ? value : 0;
            }
        }
        return (long) lag;
    }

    /**
     * What listeners of one service share.
     *
     * @param prompt consumers that are told of each event at once: somebody waits for it
     * @param gathering consumers that let events gather for a moment, so that their rows are written in fewer commands
     */
    record Kafka(
            String service,
            DefaultKafkaConsumerFactory<String, byte[]> prompt,
            DefaultKafkaConsumerFactory<String, byte[]> gathering,
            int concurrency) {
        private static final int GATHERED_BYTES = 64 * 1024;
        private static final int GATHERED_MILLIS = 250;

        static Kafka of(String service, String bootstrap, int concurrency) {
            Map<String, Object> gathering = settings(service, bootstrap);
            gathering.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, GATHERED_BYTES);
            gathering.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, GATHERED_MILLIS);
            return new Kafka(
                    service,
                    new DefaultKafkaConsumerFactory<>(settings(service, bootstrap)),
                    new DefaultKafkaConsumerFactory<>(gathering),
                    concurrency);
        }

        private static Map<String, Object> settings(String service, String bootstrap) {
            Map<String, Object> settings = new HashMap<>();
            settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
            settings.put(ConsumerConfig.CLIENT_ID_CONFIG, service);
            settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
            settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
            settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
            settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
            settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
            return settings;
        }
    }
}
