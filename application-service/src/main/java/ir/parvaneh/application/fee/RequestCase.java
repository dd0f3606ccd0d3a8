package ir.parvaneh.application.fee;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** What an application about a permit is charged for. */
public sealed interface RequestCase {

    /**
     * More time for a permit.
     *
     * @param months as asked for
     * @param extensionsBefore how often the permit was extended before
     * @param permit null where the permit's levies do not stand in the system
     */
    record Extension(int months, int extensionsBefore, PermitLevies permit) implements RequestCase {}

    /**
     * A finished building.
     *
     * @param built what was surveyed
     * @param permittedM2 gross area the permit allows
     * @param letStand a ruling about this survey lets the building stand
     */
    record Completion(Measures built, BigDecimal permittedM2, boolean letStand) implements RequestCase {

        BigDecimal excessM2() {
            return letStand ? built.grossAreaM2().subtract(permittedM2).max(BigDecimal.ZERO) : BigDecimal.ZERO;
        }
    }

    /**
     * What a permit was charged at its issue.
     *
     * @param items rials by component
     * @param paidRials what of it was paid
     */
    record PermitLevies(
            Measures measures, LocalDate assessedOn, Map<String, Long> items, long assessedRials, long paidRials) {

        public PermitLevies {
            items = Map.copyOf(items);
        }
    }
}
