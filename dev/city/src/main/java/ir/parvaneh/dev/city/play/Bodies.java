package ir.parvaneh.dev.city.play;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills the ${placeholders} of a body; a placeholder takes the type of its value. */
final class Bodies {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Bodies() {}

    static JsonNode filled(JsonNode template, Map<String, Object> values) {
        if (template.isObject()) {
            ObjectNode filled = JSON.createObjectNode();
            template.properties().forEach(p -> filled.set(p.getKey(), filled(p.getValue(), values)));
            return filled;
        }
        if (template.isArray()) {
            ArrayNode filled = JSON.createArrayNode();
            template.forEach(element -> filled.add(filled(element, values)));
            return filled;
        }
        return template.isString() ? value(template, values) : template;
    }

    private static JsonNode value(JsonNode text, Map<String, Object> values) {
        String written = text.stringValue();
        if (!written.startsWith("${")) {
            return text;
        }
        String name = written.substring(2, written.length() - 1);
        if (!values.containsKey(name)) {
            throw new IllegalStateException("the script asks for ${" + name + "}, which nobody gave");
        }
        return JSON.valueToTree(values.get(name));
    }
}
