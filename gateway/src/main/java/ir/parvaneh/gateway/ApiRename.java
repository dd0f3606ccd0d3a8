package ir.parvaneh.gateway;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a service's name in front of some of its components, where they are defined and wherever they are meant.
 *
 * @param taken pointers below {@code #/components/}, such as {@code schemas/Task}
 */
record ApiRename(String service, Set<String> taken) {
    private static final String POINTER = "#/components/";

    static boolean mentions(JsonNode node, Set<String> pointers) {
        return node.isString()
                ? node.asString().startsWith(POINTER)
                        && pointers.contains(node.asString().substring(POINTER.length()))
                : node.values().stream().anyMatch(child -> mentions(child, pointers));
    }

    JsonNode of(JsonNode page) {
        ObjectNode renamed = (ObjectNode) repoint(page);
        ObjectNode sections = renamed.putObject("components");
        page.path("components").properties().forEach(section -> {
            ObjectNode target = sections.putObject(section.getKey());
            section.getValue()
                    .properties()
                    .forEach(part -> target.set(name(section.getKey(), part.getKey()), repoint(part.getValue())));
        });
        return renamed;
    }

    private String name(String section, String name) {
        return taken.contains(section + "/" + name) ? prefix() + name : name;
    }

    private String prefix() {
        return service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
    }

    /** References and discriminators both name a component by its whole pointer. */
    private JsonNode repoint(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> repointed(object);
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> copy.add(repoint(item)));
                yield copy;
            }
            default -> node.isString() ? JsonNodeFactory.instance.stringNode(repoint(node.asString())) : node;
        };
    }

    private ObjectNode repointed(ObjectNode object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            copy.set(field.getKey(), repoint(field.getValue()));
        }
        return copy;
    }

    private String repoint(String text) {
        if (!text.startsWith(POINTER) || !taken.contains(text.substring(POINTER.length()))) {
            return text;
        }
        int name = text.lastIndexOf('/') + 1;
        return text.substring(0, name) + prefix() + text.substring(name);
    }
}
