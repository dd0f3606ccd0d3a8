package ir.parvaneh.dev.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker, its own controller, inside this JVM, for development and tests.
 *
 * <p>It listens on the loopback address only and keeps its logs in one directory: started again on that directory, also
 * after {@code kill -9}, it has every acknowledged record. It writes through the page cache, as Kafka does, so it does
 * not promise to survive a power cut. Topics are never made by accident: {@link #createTopics} makes them.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and returns when it answers, in 2 to 5 seconds.
     *
     * @param dataDir where its logs live; created and formatted when new
     * @param port the port to listen on, 0 for any free one
     * @throws IllegalStateException when the port is taken
     * @throws java.io.UncheckedIOException when the directory cannot be used
     */
    public static EmbeddedKafka start(Path dataDir, int port) {
        Objects.requireNonNull(dataDir, "dataDir");
        int brokerPort = port == 0 ? Ports.free() : Ports.requireFree(port);
        DataDirectory directory = DataDirectory.prepare(dataDir);
        var settings = BrokerSettings.of(directory.path(), brokerPort, Ports.free());
        var broker = new EmbeddedKafka(new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM), brokerPort);
        broker.startOrStop();
        return broker;
    }

    private void startOrStop() {
        try {
            server.startup();
            Topics.awaitBroker(bootstrapServers());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The address for clients, {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return Ports.HOST + ":" + port;
    }

    /**
     * Creates the topics that do not exist yet, without a retention limit. Topics that exist are left as they are.
     *
     * @param partitions number of partitions by topic name
     */
    public void createTopics(Map<String, Integer> partitions) {
        Topics.create(bootstrapServers(), partitions);
    }

    /** Stops the broker in an orderly way; its data stays. Closing twice is harmless. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
