package ir.parvaneh.chassis.stream;

import ir.parvaneh.chassis.store.Event;
import ir.parvaneh.chassis.store.Wire;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Sends to Kafka. A relay waits for each ack, so nothing lingers; with one request in flight to a broker, what other
 * aggregates send meanwhile goes together in the next one. Sending never blocks, though Kafka's client would like to when
 * it has lost its broker: it fails at once then, and the sweeper comes back.
 */
public final class KafkaWire implements Wire, AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Mono<Void>> known = new ConcurrentHashMap<>();

    public KafkaWire(String bootstrap, String client) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, client);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, 86_400_000);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public Mono<Void> send(String topic, Event event) {
        return send(Envelope.record(topic, event));
    }

    /** Sends any record; completes at the ack of all replicas in sync. */
    public Mono<Void> send(ProducerRecord<String, byte[]> record) {
        return known(record.topic())
                .then(Mono.create(sink -> producer.send(record, (place, failure) -> {
                    if (failure == null) {
                        sink.success();
                    } else {
                        sink.error(failure);
                    }
                })));
    }

    /** Asks for the topic's partitions until they are known, five seconds at most: before, sending fails. */
    Mono<Void> known(String topic) {
        return known.computeIfAbsent(topic, name -> Mono.<Void>fromRunnable(() -> producer.partitionsFor(name))
                .retryWhen(Retry.fixedDelay(100, Duration.ofMillis(50)))
                .doOnError(away -> known.remove(name))
                .cache());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
