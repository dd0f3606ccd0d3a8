package ir.parvaneh.office.visit;

import ir.parvaneh.chassis.store.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The system, not the office, picks who visits the plot, among the inspectors without a conflict of interest. [A, domain: assignment
 * inside the office by system draw]
 *
 * <p>The draw is a pure function of the seed and the candidates, so an auditor can repeat it.
 */
public final class InspectorDraw {
    private InspectorDraw() {}

    /** Who was drawn, and who was left out and so could not be. */
    public record Drawn(String inspectorId, List<String> excluded, String seed) {}

    /** Empty when every candidate is excluded: the office head must then bring in somebody else. */
    public static Optional<Drawn> draw(String seed, List<String> inspectors, Set<String> excluded) {
        List<String> candidates = inspectors.stream()
                .filter(one -> !excluded.contains(one))
                .sorted()
                .toList();
        if (candidates.isEmpty()) return Optional.empty();
        String drawn = candidates.get((int) (number(seed) % candidates.size()));
        return Optional.of(new Drawn(drawn, leftOut(inspectors, excluded), seed));
    }

    private static List<String> leftOut(List<String> inspectors, Set<String> excluded) {
        Stream<String> out = inspectors.stream().filter(excluded::contains);
        return out.sorted().toList();
    }

    private static long number(String seed) {
        byte[] digest = Sha256.of(seed);
        long number = 0;
        for (int i = 0; i < 7; i++) number = number << 8 | (digest[i] & 0xff);
        return number;
    }
}
