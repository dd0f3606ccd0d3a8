package ir.parvaneh.chassis.desk;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import ir.parvaneh.chassis.identity.InternalCalls;
import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.contracts.EvidenceSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The desk's rules that come from elsewhere: JSON Schemas of evidence, fetched once by digest and kept compiled for
 * ever, and the service's own check of texts.
 */
public final class EvidenceSchemas implements DeskRules {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Pattern TEXT = Pattern.compile("[^\\x21-\\x7e]|^\\+?\\d+$");

    private final Function<String, Mono<byte[]>> fetch;
    private final Predicate<String> personal;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    /** @param fetch a schema's bytes by digest; empty when there is none */
    public EvidenceSchemas(Function<String, Mono<byte[]>> fetch, Predicate<String> personal) {
        this.fetch = fetch;
        this.personal = personal;
    }

    /** Schemas as application-service at {@code base} serves them. */
    public static EvidenceSchemas of(InternalCalls calls, String base, Predicate<String> personal) {
        return new EvidenceSchemas(
                digest -> calls.get(base, byte[].class, "/v1/evidence-schemas/{digest}", digest), personal);
    }

    @Override
    public boolean isPersonal(String text) {
        return personal.test(text);
    }

    /** Throws {@link Absent} when the schema has to be fetched first. */
    @Override
    public List<Fault> faults(EvidenceSchema asked, Object evidence) {
        Schema schema = compiled.get(asked.digest());
        if (schema == null) {
            throw new Absent(asked);
        }
        JsonNode node =
                evidence instanceof JsonNode given ? given : Shape.json().valueToTree(evidence);
        List<Fault> faults = new ArrayList<>(
                schema.validate(node).stream().map(EvidenceSchemas::fault).toList());
        findPersonal("/evidence", node, faults);
        return faults;
    }

    /** Words and bare numbers in evidence are texts like reasons; ids, digests and codes are not. */
    private void findPersonal(String at, JsonNode node, List<Fault> faults) {
        if (node.isString() && TEXT.matcher(node.stringValue()).find() && personal.test(node.stringValue())) {
            faults.add(new Fault(at, "personal-data-in-text"));
        }
        node.properties().forEach(field -> findPersonal(at + "/" + field.getKey(), field.getValue(), faults));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            findPersonal(at + "/" + i, node.get(i), faults);
        }
    }

    /** Runs what may need schemas, fetching each that is absent. */
    <T> Mono<T> having(Mono<T> decision) {
        return decision.onErrorResume(Absent.class, absent -> load(absent.asked).then(having(decision)));
    }

    private Mono<Schema> load(EvidenceSchema asked) {
        return fetch.apply(asked.digest())
                .switchIfEmpty(Mono.error(() -> new Refused("dependency-away")))
                .map(bytes -> REGISTRY.getSchema(new String(bytes, StandardCharsets.UTF_8), InputFormat.JSON))
                .doOnNext(schema -> compiled.put(asked.digest(), schema));
    }

    private static Fault fault(Error error) {
        String at = "/evidence" + error.getInstanceLocation();
        return error.getProperty() == null
                ? new Fault(at, code(error.getKeyword()))
                : new Fault(at + "/" + error.getProperty(), code(error.getKeyword()));
    }

    private static String code(String keyword) {
        return switch (keyword) {
            case "required" -> "missing-field";
            case "type" -> "wrong-type";
            case "additionalProperties", "unevaluatedProperties" -> "unknown-field";
            default -> "value-not-allowed";
        };
    }

    /** The schema is not here yet. */
    static final class Absent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient EvidenceSchema asked;

        Absent(EvidenceSchema asked) {
            super("evidence schema " + asked.digest(), null, false, false);
            this.asked = asked;
        }
    }
}
