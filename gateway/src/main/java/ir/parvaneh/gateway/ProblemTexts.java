package ir.parvaneh.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Status and sentences of every refusal, in both languages, from {@code gateway-problems.yaml}. */
final class ProblemTexts {
    record Sentence(String title, String detail) {}

    record Text(int status, Sentence fa, Sentence en) {
        Sentence in(boolean persian) {
            return persian ? fa : en;
        }
    }

    private final Map<String, Text> texts = new HashMap<>();

    ProblemTexts() {
        read().forEach((code, entry) -> texts.put(code, text(entry)));
    }

    /** An unknown code is a slip of ours and answers as {@code internal}. */
    Text of(String code) {
        return texts.getOrDefault(code, texts.get("internal"));
    }

    private static Map<String, Map<String, Object>> read() {
        try (InputStream in = ProblemTexts.class.getResourceAsStream("/gateway-problems.yaml")) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Text text(Map<String, Object> entry) {
        return new Text((Integer) entry.get("status"), sentence(entry.get("fa")), sentence(entry.get("en")));
    }

    private static Sentence sentence(Object node) {
        Map<?, ?> fields = (Map<?, ?>) node;
        return new Sentence((String) fields.get("title"), (String) fields.get("detail"));
    }
}
