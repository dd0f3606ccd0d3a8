package ir.parvaneh.office.register;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which office gets a file: the one the citizen asks for if it is active, else the least loaded active one. Any office serves any
 * property [S6, S7], so the district plays no part.
 */
public final class OfficeChoice {
    private OfficeChoice() {}

    /** The office and the rule that chose it: citizen-choice or least-loaded. */
    public record Chosen(String officeId, String rule) {}

    /**
     * @param active ids of active offices
     * @param load open tasks by office; an office that is missing has none
     * @return empty when no office is active
     */
    public static Optional<Chosen> choose(String wish, List<String> active, Map<String, Long> load) {
        if (wish != null && active.contains(wish)) return Optional.of(new Chosen(wish, "citizen-choice"));
        return active.stream()
                .min(Comparator.comparingLong((String id) -> load.getOrDefault(id, 0L))
                        .thenComparing(id -> id))
                .map(id -> new Chosen(id, "least-loaded"));
    }
}
