package ir.parvaneh.dev.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** What is asked of a running broker through Kafka's own admin client. */
final class Topics {
    private Topics() {}

    static void awaitBroker(String address) {
        try (Admin admin = admin(address)) {
            await(admin.describeCluster().nodes());
        }
    }

    static void create(String address, Map<String, Integer> partitions) {
        List<NewTopic> wanted = partitions.entrySet().stream()
                .map(e -> new NewTopic(e.getKey(), e.getValue(), (short) 1))
                .map(t -> t.configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")))
                .toList();
        try (Admin admin = admin(address)) {
            admin.createTopics(wanted).values().values().forEach(Topics::awaitUnlessThere);
        }
    }

    private static void awaitUnlessThere(KafkaFuture<Void> created) {
        try {
            await(created);
        } catch (TopicExistsException there) {
            return;
        }
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the broker was asked", e);
        }
    }

    private static Admin admin(String address) {
        return Admin.create(Map.of("bootstrap.servers", address));
    }
}
