package ir.parvaneh.chassis.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What every {@code problems/*.yaml} on the class path says: code to status and texts. */
final class ProblemCatalogue {
    private static final Logger log = LoggerFactory.getLogger(ProblemCatalogue.class);

    private final Map<String, Entry> entries = new HashMap<>();

    static ProblemCatalogue fromClassPath() {
        var catalogue = new ProblemCatalogue();
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:problems/*.yaml");
            Arrays.stream(files).sorted(OWN_FIRST).forEach(catalogue::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return catalogue;
    }

    /** An unknown code is a rule of another service: 422 and no texts, its own sentence speaks. */
    Entry get(String code) {
        return entries.getOrDefault(code, UNKNOWN);
    }

    boolean knows(String code) {
        return entries.containsKey(code);
    }

    private void add(Resource file) {
        try (var in = file.getInputStream()) {
            Map<String, Map<String, Object>> codes = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            codes.forEach((code, entry) -> add(file.getFilename(), code, Entry.of(file.getFilename(), code, entry)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String file, String code, Entry entry) {
        Entry before = entries.putIfAbsent(code, entry);
        if (before != null && !before.equals(entry)) {
            log.warn("{}: problem {} is already described otherwise; this one is not used", file, code);
        }
    }

    private static final Comparator<Resource> OWN_FIRST = Comparator.comparing(
                    (Resource file) -> !"chassis.yaml".equals(file.getFilename()))
            .thenComparing(Resource::getDescription);
    private static final Entry UNKNOWN = new Entry(
            422, new Text("رد شد", "این درخواست پذیرفته نشد."), new Text("Refused", "The request was refused."));

    record Text(String title, String detail) {}

    record Entry(int status, Text fa, Text en) {
        Text in(Language language) {
            return switch (language) {
                case fa -> fa;
                case en -> en;
            };
        }

        private static Entry of(String file, String code, Map<String, Object> entry) {
            if (entry.get("status") instanceof Integer status) {
                return new Entry(status, text(file, code, entry.get("fa")), text(file, code, entry.get("en")));
            }
            throw new IllegalStateException(file + ": problem " + code + " has no status");
        }

        /** A text is one sentence, or a title and a detail. */
        private static Text text(String file, String code, Object texts) {
            return switch (texts) {
                case String title -> new Text(title, title);
                case List<?> both
                when both.size() == 2 ->
                    new Text(both.get(0).toString(), both.get(1).toString());
                case null, default ->
                    throw new IllegalStateException(file + ": problem " + code + " needs fa and en: [title, detail]");
            };
        }
    }
}
