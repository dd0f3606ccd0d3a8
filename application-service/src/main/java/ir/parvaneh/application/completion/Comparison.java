package ir.parvaneh.application.completion;

import ir.parvaneh.application.completion.CompletionEvidence.AsBuilt;
import ir.parvaneh.application.permit.PermitFacts;
import ir.parvaneh.process.ProcessFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The building as it stands against its permit, in figures: what exceeds the tolerances. Less than permitted is no
 * difference, except for parking spaces and the set-back, of which there must be enough.
 */
record Comparison(List<Difference> differences) {

    /** One figure that exceeds its tolerance; both are null where the kind has no figure. */
    record Difference(String kind, Double permitted, Double found) {}

    /** The comparison of the latest survey; empty while there is none. */
    static Optional<Comparison> of(ProcessFile file, Tolerances tolerances) {
        return file.latest("as-built", AsBuilt.class).flatMap(built -> file.latest(PermitFacts.KIND, PermitFacts.class)
                .map(permit -> of(permit, built, tolerances)));
    }

    static Comparison of(PermitFacts permit, AsBuilt built, Tolerances tolerances) {
        List<Difference> found = new ArrayList<>();
        double mostArea = permit.grossAreaM2() * (1 + tolerances.areaPercent() / 100);
        above("area", permit.grossAreaM2(), built.grossAreaM2(), mostArea, found);
        above("storeys", permit.storeys(), built.storeys(), permit.storeys() + tolerances.storeys(), found);
        above("units", permit.units(), built.units().size(), permit.units() + tolerances.units(), found);
        int fewest = permit.parkingSpaces() - tolerances.parkingSpaces();
        below("parking", permit.parkingSpaces(), built.parkingSpaces(), fewest, found);
        double narrowest = permit.setbackMetres() - tolerances.setbackMetres();
        below("set-back", permit.setbackMetres(), built.setbackMetres(), narrowest, found);
        if (!usageKept(permit, built)) {
            found.add(new Difference("usage", null, null));
        }
        return new Comparison(List.copyOf(found));
    }

    boolean withinTolerance() {
        return differences.isEmpty();
    }

    private static boolean usageKept(PermitFacts permit, AsBuilt built) {
        return permit.usage().equals("mixed") || built.usages().allMatch(permit.usage()::equals);
    }

    private static void above(String kind, double permitted, double found, double most, List<Difference> differences) {
        if (found > most) {
            differences.add(new Difference(kind, permitted, found));
        }
    }

    private static void below(String kind, double permitted, double found, double least, List<Difference> differences) {
        if (found < least) {
            differences.add(new Difference(kind, permitted, found));
        }
    }
}
