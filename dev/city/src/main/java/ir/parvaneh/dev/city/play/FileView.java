package ir.parvaneh.dev.city.play;

import ir.parvaneh.dev.city.wire.Answer;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A file as its citizen reads it.
 *
 * @param openings the open stages of main line and strands, each with the number it was opened under
 */
record FileView(String id, String etag, String officeId, String stage, Map<String, Long> openings) {

    static FileView of(Answer answer) {
        JsonNode file = answer.json();
        String stage = file.path("stage").asString("");
        Map<String, Long> openings = new HashMap<>();
        file.path("open")
                .forEach(o -> openings.put(
                        o.path("stage").asString(""), o.path("opening").asLong(0)));
        openings.putIfAbsent(stage, Long.MAX_VALUE);
        return new FileView(
                file.path("id").asString(""),
                answer.etag(),
                file.path("officeId").asString(null),
                stage,
                openings);
    }

    /** Whether it still shows a stage that a desk has decided on already. */
    boolean isBehind(Walk walk) {
        return openings.entrySet().stream()
                .anyMatch(open -> open.getValue() <= walk.decided.getOrDefault(open.getKey(), 0L));
    }
}
