package ir.parvaneh.dev.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings of a broker that is alone and shall start and restart fast. */
final class BrokerSettings {
    static final int NODE = 1;

    private BrokerSettings() {}

    static Map<String, String> of(Path directory, int port, int controllerPort) {
        Map<String, String> all = new HashMap<>();
        all.putAll(listeners(port, controllerPort));
        all.putAll(alone());
        all.putAll(small());
        all.put("log.dir", directory.toString());
        return all;
    }

    private static Map<String, String> listeners(int port, int controllerPort) {
        String clients = "PLAINTEXT://" + Ports.HOST + ":" + port;
        String controller = Ports.HOST + ":" + controllerPort;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE),
                "controller.quorum.voters",
                NODE + "@" + controller,
                "controller.listener.names",
                "CONTROLLER",
                "listeners",
                clients + ",CONTROLLER://" + controller,
                "advertised.listeners",
                clients,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    }

    private static Map<String, String> alone() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "group.initial.rebalance.delay.ms", "0",
                "auto.create.topics.enable", "false");
    }

    // After a kill the controller waits for the old session to end before it lets the broker in again: keep it short.
    private static Map<String, String> small() {
        return Map.of(
                "broker.session.timeout.ms", "1500",
                "broker.heartbeat.interval.ms", "500",
                "log.cleaner.dedupe.buffer.size", "4194304",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "log.retention.ms", "-1");
    }
}
