package ir.parvaneh.chassis.stream;

import ir.parvaneh.chassis.store.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** CloudEvents 1.0 over Kafka in binary mode: attributes are headers, the value is the JSON data, the key the aggregate. */
final class Envelope {
    private static final byte[] VERSION = bytes("1.0");
    private static final byte[] JSON = bytes("application/json");

    private Envelope() {}

    static ProducerRecord<String, byte[]> record(String topic, Event event) {
        var record = new ProducerRecord<>(topic, event.aggregate(), bytes(event.data()));
        record.headers()
                .add("ce_specversion", VERSION)
                .add("ce_id", bytes(event.id()))
                .add("ce_source", bytes(event.source()))
                .add("ce_type", bytes(event.type()))
                .add("ce_subject", bytes(event.aggregate()))
                .add("ce_time", bytes(event.at()))
                .add("ce_sequence", bytes(Long.toString(event.number())))
                .add("content-type", JSON);
        if (event.traceparent() != null) {
            record.headers().add("ce_traceparent", bytes(event.traceparent()));
        }
        return record;
    }

    /** @throws IllegalArgumentException when it is no event of ours */
    static Incoming read(ConsumerRecord<String, byte[]> record) {
        try {
            return new Incoming(
                    required(record, "ce_source"),
                    required(record, "ce_subject"),
                    Long.parseLong(required(record, "ce_sequence")),
                    required(record, "ce_id"),
                    required(record, "ce_type"),
                    Instant.parse(required(record, "ce_time")),
                    header(record, "ce_traceparent"),
                    record.value() == null ? new byte[0] : record.value());
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) {
        String value = header(record, name);
        if (value == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return value;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
