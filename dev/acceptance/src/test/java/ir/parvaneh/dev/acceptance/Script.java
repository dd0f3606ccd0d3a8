package ir.parvaneh.dev.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a permit goes its way, as the city's driver has it: moves of each stage, and the evidence they show. */
final class Script {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode PLAY = read();

    private Script() {}

    /** An action, the roles that sign it in order, and the name of its evidence or null. */
    record Move(String action, List<String> by, String evidence, String reason) {
        boolean isCitizens() {
            return by.equals(List.of("citizen"));
        }
    }

    private static JsonNode read() {
        try (InputStream in = Script.class.getResourceAsStream("/play/building-permit.json")) {
            return JSON.readTree(in.readAllBytes());
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }

    /** What is done at a stage by a file that goes through no loop: the move without conditions. */
    static Move plain(String stage) {
        JsonNode moves = PLAY.path("stages").path(stage);
        return move(moves.get(moves.size() - 1));
    }

    /** The move of that action, at whichever stage. */
    static Move of(String action) {
        return PLAY.path("stages").properties().stream()
                .flatMap(stage -> stage.getValue().valueStream())
                .filter(move -> action.equals(move.path("action").asString("")))
                .map(Script::move)
                .findFirst()
                .orElseThrow();
    }

    static String stageOf(String action) {
        return PLAY.path("stages").properties().stream()
                .filter(stage -> stage.getValue()
                        .valueStream()
                        .anyMatch(m -> action.equals(m.path("action").asString(""))))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Move move(JsonNode move) {
        return new Move(
                move.path("action").stringValue(),
                move.path("by").valueStream().map(JsonNode::stringValue).toList(),
                move.path("evidence").asString(null),
                move.path("reason").asString(null));
    }

    /** The reasons a move gives: one when it needs some. */
    static List<Map<String, String>> reasons(Move move) {
        return move.reason() == null
                ? List.of()
                : List.of(Map.of(
                        "code",
                        move.reason(),
                        "text",
                        PLAY.path("reasons").path(move.reason()).stringValue()));
    }

    /** The body of an action; each reason's code says it all. */
    static Map<String, Object> body(String action, Object evidence, List<String> reasons) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("action", action));
        if (evidence != null) {
            body.put("evidence", evidence);
        }
        body.put(
                "reasons",
                reasons.stream()
                        .map(code -> Map.of("code", code, "text", code.replace('-', ' ')))
                        .toList());
        return body;
    }

    /** The evidence of that name, its blanks filled; null for null. */
    static JsonNode evidence(String name, Map<String, Object> values) {
        return name == null ? null : filled(PLAY.path("evidence").path(name), values);
    }

    private static JsonNode filled(JsonNode template, Map<String, Object> values) {
        if (template.isObject()) {
            var filled = JSON.createObjectNode();
            template.properties().forEach(field -> filled.set(field.getKey(), filled(field.getValue(), values)));
            return filled;
        }
        if (template.isArray()) {
            var filled = JSON.createArrayNode();
            template.forEach(element -> filled.add(filled(element, values)));
            return filled;
        }
        return template.isString() && template.stringValue().startsWith("${")
                ? JSON.valueToTree(values.get(template.stringValue().replaceAll("[${}]", "")))
                : template;
    }
}
