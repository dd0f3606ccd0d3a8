package ir.parvaneh.district.commission;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.process.Catalogue;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.EvidenceKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The door for evidence: JSON in, the record of its kind out, or every fault with its place. */
final class EvidenceForms {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Catalogue catalogue;
    private final Map<String, Schema> schemas = new HashMap<>();

    EvidenceForms(Catalogue catalogue) {
        this.catalogue = catalogue;
        catalogue
                .kinds()
                .forEach(kind -> schemas.put(kind.name(), REGISTRY.getSchema(kind.schema(), InputFormat.JSON)));
    }

    /** What came of reading. */
    sealed interface Reading {}

    record Read(Evidence evidence) implements Reading {}

    /** Pointers begin at {@code /evidence}. */
    record Misfit(List<Fault> faults) implements Reading {}

    /** Reads evidence of a kind strictly. Throws IllegalArgumentException when there is no such kind. */
    Reading read(String kind, JsonNode json) {
        EvidenceKind known =
                catalogue.kind(kind).orElseThrow(() -> new IllegalArgumentException("no evidence is called " + kind));
        List<Fault> faults = schemas.get(kind).validate(json).stream()
                .map(EvidenceForms::fault)
                .toList();
        return faults.isEmpty() ? parsed(known, json) : new Misfit(faults);
    }

    private static Reading parsed(EvidenceKind kind, JsonNode json) {
        try {
            return new Read(Shape.json().treeToValue(json, kind.record()));
        } catch (JacksonException unreadable) {
            String at = unreadable.getPath().stream()
                    .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                    .reduce("/evidence", String::concat);
            return new Misfit(List.of(new Fault(at, "wrong-evidence")));
        }
    }

    private static Fault fault(Error error) {
        String property = error.getProperty() == null ? "" : "/" + error.getProperty();
        return new Fault("/evidence" + error.getInstanceLocation() + property, "wrong-evidence");
    }
}
