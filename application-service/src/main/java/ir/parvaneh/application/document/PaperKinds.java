package ir.parvaneh.application.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** All kinds of papers by name. */
public final class PaperKinds {

    private static final String POLICY = "policies/papers.yaml";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private final Map<String, PaperKind> kinds = new LinkedHashMap<>();

    private PaperKinds() {}

    public static PaperKinds load() {
        PaperKinds all = new PaperKinds();
        try (InputStream in = PaperKinds.class.getClassLoader().getResourceAsStream(POLICY)) {
            Map<String, Map<String, Object>> written = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            written.forEach((name, entry) -> all.add(name, new LinkedHashMap<>(entry)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private void add(String name, Map<String, Object> entry) {
        entry.put("name", name);
        kinds.put(name, MAPPER.convertValue(entry, PaperKind.class));
    }

    public Optional<PaperKind> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    public List<String> names() {
        return List.copyOf(kinds.keySet());
    }
}
