package ir.parvaneh.application.process;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import ir.parvaneh.iran.PersonalData;
import ir.parvaneh.process.Catalogue;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.EvidenceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The door for evidence: JSON in, the record of its kind out, or every fault with its place. */
public final class EvidenceSchemas {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final Pattern TEXT = Pattern.compile("[^\\x21-\\x7e]|^\\+?\\d+$");

    private final Catalogue catalogue;
    private final Map<String, Schema> schemas = new HashMap<>();

    EvidenceSchemas(Catalogue catalogue) {
        SchemaRegistryConfig inEnglish =
                SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(inEnglish));
        this.catalogue = catalogue;
        catalogue.kinds().forEach(kind -> schemas.put(kind.name(), registry.getSchema(kind.schema())));
    }

    /** What came of reading. */
    public sealed interface Reading {}

    /** The evidence as its record. */
    public record Read(Evidence evidence) implements Reading {}

    /** Why it is not evidence of that kind. */
    public record Misfit(List<Fault> faults) implements Reading {}

    /** One fault: a JSON pointer into the evidence ("" is the whole) and what is wrong there, in English. */
    public record Fault(String pointer, String message) {}

    /** Reads evidence of a kind strictly. Throws IllegalArgumentException when there is no such kind. */
    public Reading read(String kind, JsonNode json) {
        EvidenceKind known =
                catalogue.kind(kind).orElseThrow(() -> new IllegalArgumentException("no evidence is called " + kind));
        List<Fault> faults = schemas.get(kind).validate(json).stream()
                .map(EvidenceSchemas::fault)
                .toList();
        List<Fault> told = new ArrayList<>(faults);
        findPersonal("", json, told);
        return told.isEmpty() ? parsed(known, json) : new Misfit(told);
    }

    /** Words and bare numbers in evidence are texts like reasons; ids, digests and codes are not. */
    private static void findPersonal(String at, JsonNode node, List<Fault> faults) {
        if (node.isString()
                && TEXT.matcher(node.stringValue()).find()
                && !PersonalData.find(node.stringValue()).isEmpty()) {
            faults.add(new Fault(at, "holds a national ID or a mobile number"));
        }
        node.properties().forEach(field -> findPersonal(at + "/" + field.getKey(), field.getValue(), faults));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            findPersonal(at + "/" + i, node.get(i), faults);
        }
    }

    private static Reading parsed(EvidenceKind kind, JsonNode json) {
        try {
            return new Read(MAPPER.treeToValue(json, kind.record()));
        } catch (JacksonException e) {
            String pointer = e.getPath().stream()
                    .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                    .reduce("", String::concat);
            return new Misfit(List.of(new Fault(pointer, e.getOriginalMessage())));
        }
    }

    private static Fault fault(Error error) {
        String place = error.getInstanceLocation().toString();
        String property = error.getProperty() == null ? "" : "/" + error.getProperty();
        return new Fault(place + property, error.getMessage());
    }

    /** The text of the schema with that SHA-256, for {@code /v1/evidence-schemas/{digest}}. */
    public Optional<String> text(String digest) {
        return catalogue.kindByDigest(digest).map(EvidenceKind::schema);
    }
}
