package ir.parvaneh.dev.city.play;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the city plays a process: at each stage the first move whose conditions hold. It is data, so a new edition of the
 * process needs a new script and no code.
 *
 * @param requestType what is filed to begin it
 * @param traits how often a file needs enquiries, lies in a buffer zone and so on: name to rate
 * @param loops how often a file goes through a loop: name to rate
 * @param waiting stages of the main line in which parallel strands run, to the stage after them
 * @param strands stages that open a parallel strand, to the waiting stage of the main line
 * @param withdrawal the citizen's action that ends a file anywhere
 * @param ends last stage to outcome; of an application about a permit, to {@code GRANTED}
 * @param reasons code to text
 * @param evidence name to a body with ${placeholders}
 */
record Script(
        String process,
        String requestType,
        Map<String, Double> traits,
        Map<String, Double> loops,
        Map<String, String> waiting,
        Map<String, String> strands,
        String withdrawal,
        Map<String, List<Move>> stages,
        Map<String, String> ends,
        Map<String, String> reasons,
        Map<String, JsonNode> evidence) {

    /**
     * What is done at a stage.
     *
     * @param conditions names of traits, of loops not gone through yet, or {@code after:ACTION}; all must hold
     * @param by who signs, in order
     * @param to the stages that open then; empty when a parallel strand joins
     * @param reason its code, or null
     * @param evidence its name, or null
     * @param visit whether a date has to be accepted by the citizen first
     * @param rest whether nothing is done: the city clock shall end the file
     * @param request the process of an application about this permit that is played to its end first, or null
     * @param stop the outcome under which the file is left alone at this stage, or null
     * @param papers what is done about papers before: {@code bring}, {@code check}, {@code ask} or {@code ask:PAPER}
     * @param shows the outcome that a file shows which comes as far as this, or null
     */
    record Move(
            @JsonProperty("if") List<String> conditions,
            String action,
            List<String> by,
            List<String> to,
            String reason,
            String evidence,
            boolean visit,
            boolean rest,
            String request,
            String stop,
            String papers,
            String shows) {
        Move {
            conditions = conditions == null ? List.of() : List.copyOf(conditions);
            by = by == null ? List.of() : List.copyOf(by);
            to = to == null ? List.of() : List.copyOf(to);
        }

        boolean isCitizens() {
            return by.equals(List.of("citizen"));
        }
    }

    static Script load(String process) {
        try (InputStream in = Script.class.getResourceAsStream("/play/" + process + ".json")) {
            return JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(in, Script.class);
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }

    Move moveAt(String stage, Part part) {
        List<Move> moves = stages.get(stage);
        if (moves == null) {
            throw new IllegalStateException("the script of " + process + " does not know the stage " + stage);
        }
        return moves.stream()
                .filter(m -> part.allows(m.conditions()))
                .findFirst()
                .orElseThrow();
    }

    boolean startsStrand(String stage) {
        return strands.containsKey(stage);
    }

    /** The stage of the main line after all strands beside this one have joined. */
    String afterStrand(String stage) {
        return waiting.get(strands.get(stage));
    }

    boolean isEnd(String stage) {
        return ends.containsKey(stage);
    }

    /** The outcome of a file that is at this stage; empty while there is something left to do. */
    Optional<String> outcome(String stage, Part part) {
        if (isEnd(stage)) {
            return Optional.of(ends.get(stage));
        }
        return stages.containsKey(stage)
                ? Optional.ofNullable(moveAt(stage, part).stop())
                : Optional.empty();
    }
}
