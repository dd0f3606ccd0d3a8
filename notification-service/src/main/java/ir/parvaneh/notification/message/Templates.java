package ir.parvaneh.notification.message;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import ir.parvaneh.iran.JalaliDate;
import ir.parvaneh.iran.PersianText;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/** The sentences people read, one subject and text for each kind and language, from {@code messages/messages.yaml}. */
final class Templates {
    private static final Set<String> LANGUAGES = Set.of("fa", "en");
    private static final Mustache.Compiler MUSTACHE =
            Mustache.compiler().escapeHTML(false).defaultValue("");

    private final Map<String, Map<String, Sentence>> kinds;

    /** A subject and a text, to be filled in. */
    private record Sentence(Template subject, Template text) {}

    /** A subject and a text, ready to be read. */
    record Words(String subject, String text) {}

    private Templates(Map<String, Map<String, Sentence>> kinds) {
        this.kinds = kinds;
    }

    static Templates load() {
        try (Reader source = new InputStreamReader(
                Templates.class.getResourceAsStream("/messages/messages.yaml"), StandardCharsets.UTF_8)) {
            Map<String, Map<String, Map<String, String>>> written = new Yaml().load(source);
            Map<String, Map<String, Sentence>> kinds = new HashMap<>();
            written.forEach((kind, languages) -> kinds.put(kind, compiled(kind, languages)));
            return new Templates(kinds);
        } catch (IOException unreadable) {
            throw new IllegalStateException("messages.yaml cannot be read", unreadable);
        }
    }

    private static Map<String, Sentence> compiled(String kind, Map<String, Map<String, String>> languages) {
        if (!languages.keySet().equals(LANGUAGES))
            throw new IllegalStateException("message '" + kind + "' must be written in " + LANGUAGES);
        Map<String, Sentence> sentences = new HashMap<>();
        languages.forEach((language, words) -> sentences.put(
                language, new Sentence(MUSTACHE.compile(words.get("subject")), MUSTACHE.compile(words.get("text")))));
        return sentences;
    }

    boolean knows(String kind) {
        return kinds.containsKey(kind);
    }

    /** Fills a sentence in; days, kept as ISO dates under names that end in {@code On}, are written in the reader's calendar. */
    Words write(String kind, String language, Map<String, Object> values) {
        Sentence sentence = kinds.get(kind).get(language);
        Map<String, Object> read = language.equals("fa") ? inPersian(values) : values;
        return new Words(sentence.subject().execute(read), sentence.text().execute(read));
    }

    private static Map<String, Object> inPersian(Map<String, Object> values) {
        Map<String, Object> read = new HashMap<>(values);
        read.replaceAll((name, value) -> name.endsWith("On") ? jalali(value.toString()) : value);
        return read;
    }

    private static String jalali(String day) {
        return PersianText.persianDigits(JalaliDate.of(LocalDate.parse(day)).toString());
    }
}
