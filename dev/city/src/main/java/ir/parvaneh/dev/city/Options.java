package ir.parvaneh.dev.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A command line: plain words, flags, and options with a value. */
final class Options {
    /** A command line that makes no sense. */
    static final class Misuse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misuse(String why) {
            super(why, null, false, false);
        }
    }

    private static final Set<String> FLAGS = Set.of("--resume", "--json", "--quiet", "--ping");
    private static final Set<String> VALUED = Set.of(
            "--limit",
            "--clients",
            "--files",
            "--seed",
            "--gateway",
            "--issuer",
            "--data",
            "--rate",
            "--patience",
            "--seconds",
            "--under-way",
            "--until",
            "--service",
            "--save",
            "--check",
            "--keys");

    private final List<String> words = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();

    Options(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (VALUED.contains(word)) {
                options.put(word, valueAfter(arguments, ++i));
            } else if (FLAGS.contains(word)) {
                options.put(word, "true");
            } else if (word.startsWith("--")) {
                throw new Misuse("there is no option " + word);
            } else {
                words.add(word);
            }
        }
    }

    private static String valueAfter(List<String> arguments, int at) {
        if (at >= arguments.size()) {
            throw new Misuse(arguments.get(at - 1) + " wants a value");
        }
        return arguments.get(at);
    }

    List<String> words() {
        return words;
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    String text(String option, String otherwise) {
        return options.getOrDefault(option, otherwise);
    }

    int number(String option, int otherwise) {
        return (int) decimal(option, otherwise);
    }

    double decimal(String option, double otherwise) {
        try {
            String written = options.get(option);
            return written == null ? otherwise : Double.parseDouble(written);
        } catch (NumberFormatException e) {
            throw new Misuse(option + " wants a number");
        }
    }
}
