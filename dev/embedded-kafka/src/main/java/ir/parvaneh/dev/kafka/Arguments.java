package ir.parvaneh.dev.kafka;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The command line: what it asks for, or why it makes no sense. */
sealed interface Arguments {
    String USAGE = "usage: --data DIR --port N [--topic name:partitions]...";

    record Valid(Path data, int port, Map<String, Integer> topics) implements Arguments {}

    record Invalid(String why) implements Arguments {}

    static Arguments parse(String... args) {
        try {
            return read(args);
        } catch (IllegalArgumentException e) {
            return new Invalid(e.getMessage());
        }
    }

    private static Valid read(String... args) {
        Path data = null;
        int port = 0;
        Map<String, Integer> topics = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            String value = i + 1 < args.length ? args[i + 1] : refuse(args[i] + " wants a value");
            switch (args[i]) {
                case "--data" -> data = Path.of(value);
                case "--port" -> port = Integer.parseInt(value);
                case "--topic" -> addTopic(topics, value);
                default -> refuse("unknown argument " + args[i]);
            }
        }
        return data == null ? refuse("--data is missing") : new Valid(data, port, topics);
    }

    private static void addTopic(Map<String, Integer> topics, String value) {
        int colon = value.lastIndexOf(':');
        if (colon < 1) {
            refuse("a topic is written name:partitions, not " + value);
        }
        topics.put(value.substring(0, colon), Integer.parseInt(value.substring(colon + 1)));
    }

    private static <T> T refuse(String why) {
        throw new IllegalArgumentException(why);
    }
}
