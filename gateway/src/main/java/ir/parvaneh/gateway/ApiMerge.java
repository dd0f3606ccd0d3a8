package ir.parvaneh.gateway;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lays the OpenAPI pages of several services into one. A component that means the same everywhere stays one; one whose
 * name is taken by something else gets its service's name in front.
 */
final class ApiMerge {
    private static final String COMPONENTS = "components";
    private static final String PATHS = "paths";

    private final ObjectNode merged = JsonNodeFactory.instance.objectNode();
    private final ObjectNode components;
    private final ObjectNode paths;
    private final Set<String> operationIds = new HashSet<>();
    private final BiPredicate<String, String> reachable;

    /** @param reachable whether a path (second) leads to a service (first) */
    ApiMerge(BiPredicate<String, String> reachable) {
        this.reachable = reachable;
        merged.put("openapi", "3.1.0");
        merged.putObject("info").put("title", "Parvaneh").put("version", "v1");
        merged.putArray("servers").addObject().put("url", "/");
        merged.putArray("security").addObject().putArray("bearer");
        this.paths = merged.putObject(PATHS);
        this.components = merged.putObject(COMPONENTS);
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
    }

    ApiMerge add(String service, JsonNode page) {
        Set<String> taken = taken(page);
        JsonNode renamed = taken.isEmpty() ? page : new ApiRename(service, taken).of(page);
        addComponents(renamed);
        addPaths(service, renamed);
        return this;
    }

    ObjectNode page(List<String> away) {
        away.forEach(service -> merged.withArray("x-away").add(service));
        return merged;
    }

    /** Pointers such as {@code schemas/Task} that must be renamed: other things of that name, and what leads to one. */
    private Set<String> taken(JsonNode page) {
        Set<String> taken = new HashSet<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Map.Entry<String, JsonNode> clash : clashes(page).entrySet()) {
                boolean differs = !clash.getValue().equals(components.at("/" + clash.getKey()));
                if (differs || ApiRename.mentions(clash.getValue(), taken)) {
                    grew |= taken.add(clash.getKey());
                }
            }
        }
        return taken;
    }

    private Map<String, JsonNode> clashes(JsonNode page) {
        Map<String, JsonNode> clashes = new TreeMap<>();
        page.path(COMPONENTS).properties().forEach(section -> section.getValue().properties().stream()
                .filter(part -> components.path(section.getKey()).has(part.getKey()))
                .forEach(part -> clashes.put(section.getKey() + "/" + part.getKey(), part.getValue())));
        return clashes;
    }

    private void addComponents(JsonNode page) {
        page.path(COMPONENTS).properties().stream()
                .filter(section -> !section.getKey().equals("securitySchemes"))
                .forEach(section ->
                        components.withObject("/" + section.getKey()).setAll((ObjectNode) section.getValue()));
    }

    private void addPaths(String service, JsonNode page) {
        page.path(PATHS).properties().stream()
                .filter(path -> reachable.test(service, path.getKey()))
                .filter(path -> !paths.has(path.getKey()))
                .forEach(path -> paths.set(path.getKey(), told(service, path.getValue())));
    }

    /** Operation ids must differ within one page, and the gateway's one security rule stands at its head. */
    private JsonNode told(String service, JsonNode path) {
        JsonNode copy = path.deepCopy();
        copy.values().forEach(operation -> {
            if (operation instanceof ObjectNode node && node.has("operationId")) {
                node.remove("security");
                String id = node.path("operationId").asString();
                String unique = operationIds.add(id) ? id : service + "-" + id;
                operationIds.add(unique);
                node.put("operationId", unique);
            }
        });
        return copy;
    }
}
