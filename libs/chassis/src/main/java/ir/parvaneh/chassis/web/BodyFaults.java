package ir.parvaneh.chassis.web;

import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Finds code and pointer of what is wrong with a body; runs only when something is. */
final class BodyFaults {
    private static final JsonMapper LENIENT = JsonMapper.builder().build();
    private static final JsonFactory FACTORY = new JsonFactory();

    private BodyFaults() {}

    static Refusal of(JacksonException fault, byte[] body) {
        return switch (fault) {
            case StreamReadException ignored -> syntax(body);
            // nested deeper, or a number longer, than any command is
            case StreamConstraintsException ignored -> refusal("malformed-json", "");
            case UnrecognizedPropertyException unknown -> refusal("unknown-field", pointer(unknown));
            case JacksonException other
            when missing(other) instanceof Required.Missing missing -> missing(pointer(other), missing.names());
            case JacksonException other -> typed(pointer(other), body);
        };
    }

    private static Refusal syntax(byte[] body) {
        return duplicate(body).map(at -> refusal("duplicate-field", at)).orElseGet(() -> refusal("malformed-json", ""));
    }

    private static Refusal typed(String pointer, byte[] body) {
        try {
            JsonNode found = LENIENT.readTree(body).at(pointer);
            return refusal(found.isMissingNode() || found.isNull() ? "missing-field" : "wrong-type", pointer);
        } catch (JacksonException broken) {
            return refusal("malformed-json", "");
        }
    }

    private static Throwable missing(JacksonException fault) {
        Throwable cause = fault.getCause();
        while (cause != null && !(cause instanceof Required.Missing)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static Refusal missing(String at, List<String> names) {
        var faults = names.stream()
                .map(name -> new Fault(at + "/" + name, "missing-field"))
                .toList();
        return new Refusal("missing-field", Map.of(), faults);
    }

    private static Refusal refusal(String code, String pointer) {
        return new Refusal(code, Map.of(), List.of(new Fault(pointer, code)));
    }

    private static String pointer(JacksonException fault) {
        var pointer = new StringBuilder();
        for (var step : fault.getPath()) {
            pointer.append('/')
                    .append(step.getPropertyName() == null ? step.getIndex() : escaped(step.getPropertyName()));
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Pointer of the first name that stands twice in one object; empty when the body breaks before one does. */
    private static Optional<String> duplicate(byte[] body) {
        Deque<Set<String>> open = new ArrayDeque<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    open.push(new HashSet<>());
                } else if (token == JsonToken.END_OBJECT) {
                    open.pop();
                } else if (token == JsonToken.PROPERTY_NAME && !open.element().add(parser.currentName())) {
                    return Optional.of(
                            parser.streamReadContext().pathAsPointer().toString());
                }
            }
        } catch (JacksonException broken) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
