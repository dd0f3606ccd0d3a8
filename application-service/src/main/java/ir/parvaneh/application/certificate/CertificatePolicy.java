package ir.parvaneh.application.certificate;

import ir.parvaneh.application.certificate.Kind.Line;
import ir.parvaneh.application.certificate.Kind.Moment;
import ir.parvaneh.application.certificate.Kind.Source;
import ir.parvaneh.application.certificate.Kind.Term;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.process.ProcessEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The kinds of certificates and the words on them, read from {@code policies/certificates.yaml}, where each stands with
 * its source.
 *
 * @param kinds by name
 * @param words what a value of evidence is called
 * @param units what a number counts
 * @param texts what is printed on every paper
 * @param wanted the fields of each kind of evidence that some paper shows
 */
record CertificatePolicy(
        Map<String, Kind> kinds,
        Map<String, Titles> words,
        Map<String, Titles> units,
        Map<String, Titles> texts,
        Map<String, Set<String>> wanted) {

    private static final String PATH = "policies/certificates.yaml";

    static CertificatePolicy load() {
        try (InputStream in = CertificatePolicy.class.getClassLoader().getResourceAsStream(PATH)) {
            Map<?, ?> written = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return read(written);
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }

    /** Whether some kind of paper is issued by that moment. */
    boolean ordersPaper(String process, ProcessEvent event) {
        return switch (event) {
            case ProcessEvent.StageLeft left ->
                kinds.values().stream().anyMatch(kind -> kind.isIssuedByAction(process, left.action()));
            case ProcessEvent.Ended ended ->
                kinds.values().stream().anyMatch(kind -> kind.isIssuedByOutcome(process, ended.outcome()));
            case ProcessEvent.Begun begun -> false;
            case ProcessEvent.StageEntered entered -> false;
            case ProcessEvent.DeadlineMissed missed -> false;
            case ProcessEvent.FactLearned learned -> false;
        };
    }

    private static CertificatePolicy read(Map<?, ?> written) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        map(written, "certificates").forEach((name, kind) -> kinds.put(name, kind(name, (Map<?, ?>) kind)));
        Map<String, Set<String>> wanted = new HashMap<>();
        kinds.values().stream().flatMap(Kind::sources).forEach(source -> wanted.computeIfAbsent(
                        source.evidence(), any -> new HashSet<>())
                .add(source.field()));
        return new CertificatePolicy(
                kinds, titles(written, "words"), titles(written, "units"), titles(written, "texts"), wanted);
    }

    private static Kind kind(String name, Map<?, ?> written) {
        return new Kind(
                name,
                titles(written.get("title")),
                list(written, "issued").stream().map(CertificatePolicy::moment).toList(),
                list(written, "supersedes").stream().map(String::valueOf).collect(Collectors.toSet()),
                term(map(written, "holds")),
                list(written, "lines").stream().map(CertificatePolicy::line).toList(),
                list(written, "notes").stream().map(CertificatePolicy::titles).toList());
    }

    private static Term term(Map<String, Object> written) {
        return new Term(
                untils(written.get("until")),
                (Integer) written.get("months"),
                source(written.get("months-from")),
                Boolean.TRUE.equals(written.get("from-the-first")));
    }

    /** One source or several, of which the first that is there counts. */
    private static List<Source> untils(Object written) {
        return switch (written) {
            case null -> List.of();
            case List<?> several ->
                several.stream().map(CertificatePolicy::source).toList();
            default -> List.of(source(written));
        };
    }

    private static Moment moment(Object entry) {
        Map<?, ?> written = (Map<?, ?>) entry;
        return new Moment(
                (String) written.get("process"), (String) written.get("action"), (String) written.get("outcome"));
    }

    private static Line line(Object entry) {
        Map<?, ?> written = (Map<?, ?>) entry;
        List<Source> from =
                list(written, "from").stream().map(CertificatePolicy::source).toList();
        return new Line((String) written.get("name"), titles(written.get("label")), from, (String) written.get("unit"));
    }

    private static Source source(Object written) {
        return written == null ? null : Source.of((String) written);
    }

    private static Titles titles(Object written) {
        Map<?, ?> both = (Map<?, ?>) written;
        return new Titles((String) both.get("fa"), (String) both.get("en"));
    }

    private static Map<String, Titles> titles(Map<?, ?> written, String name) {
        Map<String, Titles> all = new HashMap<>();
        map(written, name).forEach((key, value) -> all.put(key, titles(value)));
        return all;
    }

    private static Map<String, Object> map(Map<?, ?> written, String name) {
        Map<String, Object> typed = new LinkedHashMap<>();
        Object inner = Optional.<Object>ofNullable(written.get(name)).orElse(Map.of());
        ((Map<?, ?>) inner).forEach((key, value) -> typed.put((String) key, value));
        return typed;
    }

    private static List<?> list(Map<?, ?> written, String name) {
        return (List<?>) Optional.<Object>ofNullable(written.get(name)).orElse(List.of());
    }
}
