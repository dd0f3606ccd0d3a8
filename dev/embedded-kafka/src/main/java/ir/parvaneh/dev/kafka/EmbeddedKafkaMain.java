package ir.parvaneh.dev.kafka;

import java.io.IOException;

/**
 * The broker as a process of its own: {@code --data DIR --port N [--topic name:partitions]...}. Prints one line when it
 * answers and runs until it is stopped; ends with 2 when the arguments make no sense and 1 when it cannot start.
 */
public final class EmbeddedKafkaMain {
    private EmbeddedKafkaMain() {}

    /** Starts the broker. */
    public static void main(String[] args) throws IOException {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "embedded-kafka-logging.xml");
        }
        switch (Arguments.parse(args)) {
            case Arguments.Valid valid -> run(valid);
            case Arguments.Invalid invalid -> end(2, invalid.why() + "\n" + Arguments.USAGE);
        }
    }

    private static void run(Arguments.Valid arguments) {
        try {
            EmbeddedKafka kafka = EmbeddedKafka.start(arguments.data(), arguments.port());
            Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop-broker"));
            kafka.createTopics(arguments.topics());
            System.out.println("broker ready at " + kafka.bootstrapServers() + ", data in " + arguments.data());
        } catch (RuntimeException e) {
            end(1, "the broker could not start: " + e.getMessage());
        }
    }

    private static void end(int code, String why) {
        System.err.println(why);
        System.exit(code);
    }
}
