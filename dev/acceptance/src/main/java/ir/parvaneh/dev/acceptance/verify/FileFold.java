package ir.parvaneh.dev.acceptance.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Where one file stands, counted from its events alone, and what it answered to desks. */
final class FileFold {
    /** A stage that is open: who holds it decides on which desk its task lies. */
    record Open(String track, String stage, String holder) {}

    /** How a stage was left. */
    record Left(String action, String preparedBy) {}

    /** A stage of the permit; in its first edition, an end. */
    private static final String ISSUED = "permit-issued";

    private final String id;
    private final Map<Long, Open> open = new TreeMap<>();
    private final Map<Long, Left> left = new HashMap<>();
    private final Map<String, Integer> refused = new HashMap<>();
    private final Set<Long> counted = new HashSet<>();
    private final List<String> misfits = new ArrayList<>();
    private String outcome;
    private boolean issued;

    FileFold(String id) {
        this.id = id;
    }

    void take(Entry event) {
        switch (event.type()) {
            case "stage-entered" -> enter(event, event.json());
            case "stage-left" -> leave(event, event.json());
            case "decision-refused" -> refused.merge(Decision.of(event).name(), 1, Integer::sum);
            case "ended" -> end(event, event.json());
            default -> fits(outcome == null || !event.type().equals("begun"), event, "begun after its end");
        }
    }

    private void enter(Entry event, JsonNode said) {
        long opening = said.path("opening").asLong();
        issued |= said.path("stage").asString("").equals(ISSUED);
        fits(outcome == null, event, "entered after the end");
        fits(opening == event.number(), event, "the opening is not the event's number");
        String track = said.path("track").asString(null);
        fits(open.values().stream().noneMatch(o -> same(o.track(), track)), event, "two stages open in one strand");
        open.put(
                opening,
                new Open(
                        track,
                        said.path("stage").asString(""),
                        said.path("holder").asString("")));
    }

    private static boolean same(String one, String other) {
        return one == null ? other == null : one.equals(other);
    }

    private void leave(Entry event, JsonNode said) {
        long opening = said.path("opening").asLong();
        Open was = open.remove(opening);
        fits(was != null && was.stage().equals(said.path("stage").asString("")), event, "left what was not open");
        left.put(
                opening,
                new Left(
                        said.path("action").asString(""),
                        said.path("preparedBy").asString("")));
    }

    private void end(Entry event, JsonNode said) {
        fits(open.isEmpty() && outcome == null, event, "ended with something open, or twice");
        outcome = said.path("outcome").asString("");
        issued |= outcome.equals(ISSUED);
    }

    private void fits(boolean fits, Entry event, String why) {
        if (!fits) {
            misfits.add(id + " number " + event.number() + " " + event.type() + ": " + why);
        }
    }

    /** What is wrong with the answers to this decision of a desk; null when it has exactly one verdict. Ask once. */
    String wrongVerdict(Decision decision) {
        int refusals = refused.getOrDefault(decision.name(), 0);
        if (refusals > 0) {
            return refusals == 1 ? null : refusals + " refusals";
        }
        Left move = left.get(decision.opening());
        boolean accepted = move != null
                && move.action().equals(decision.action())
                && move.preparedBy().equals(decision.preparedBy());
        if (!accepted) {
            return "no verdict";
        }
        return counted.add(decision.opening()) ? null : "two decisions moved one opening";
    }

    Map<Long, Open> open() {
        return open;
    }

    List<String> misfits() {
        return misfits;
    }

    boolean wasIssued() {
        return issued;
    }

    String outcome() {
        return outcome;
    }

    /** Where it stands in words, as {@link #standing(String, Map)} says it of a page. */
    String standing() {
        Map<Long, String> stages = new TreeMap<>();
        open.forEach((opening, stage) -> stages.put(opening, stage.stage()));
        return standing(outcome, stages);
    }

    static String standing(String outcome, Map<Long, String> stages) {
        return outcome == null
                ? "open " + new TreeMap<>(stages)
                : "ended " + outcome + (stages.isEmpty() ? "" : " with " + stages);
    }
}
