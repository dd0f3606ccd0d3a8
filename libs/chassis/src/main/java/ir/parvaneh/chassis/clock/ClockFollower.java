package ir.parvaneh.chassis.clock;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.support.TopicPartitionOffset;

/** Reads the clock's topic from its beginning in every replica, so that the whole city has one time. */
final class ClockFollower implements SmartLifecycle, MessageListener<String, byte[]> {
    private final CityClock clock;
    private final KafkaMessageListenerContainer<String, byte[]> container;

    ClockFollower(CityClock clock, String bootstrap) {
        this.clock = clock;
        var start = new TopicPartitionOffset(ClockMover.TOPIC, 0, TopicPartitionOffset.SeekPosition.BEGINNING);
        var properties = new ContainerProperties(start);
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        properties.setMessageListener(this);
        container = new KafkaMessageListenerContainer<>(consumers(bootstrap), properties);
        container.setBeanName("clock");
    }

    private static DefaultKafkaConsumerFactory<String, byte[]> consumers(String bootstrap) {
        return new DefaultKafkaConsumerFactory<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class));
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> record) {
        clock.set(Duration.parse(new String(record.value(), StandardCharsets.UTF_8)));
    }

    @Override
    public void start() {
        container.start();
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }
}
