package ir.parvaneh.application.completion;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.application.permit.PermitEvidence.Paper;
import ir.parvaneh.process.Evidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the actions of a completion certificate put on the file. Areas in square metres, set-back in metres. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface CompletionEvidence extends Evidence {

    /** What the owner asks for; nothing may be unfinished when it is looked at [S57]. */
    record CompletionRequest(boolean consent, boolean unfinishedWorks) implements CompletionEvidence {}

    /**
     * What must be there first [S20, S21].
     *
     * @param finalReports on paper, for permits whose reports were not filed in the system
     * @param technicalIdentityDocument of the engineering organisation; null while it is missing
     */
    record Prerequisites(
            List<Paper> finalReports,
            Paper technicalIdentityDocument,
            boolean renovationLevyCurrent,
            boolean facadeDone)
            implements CompletionEvidence {
        public Prerequisites {
            finalReports = finalReports == null ? List.of() : List.copyOf(finalReports);
        }
    }

    /** The building as it stands, floor by floor and unit by unit [S28]. */
    record AsBuilt(
            Paper sketch,
            List<Floor> floors,
            List<Unit> units,
            int parkingSpaces,
            double setbackMetres,
            LocalDate inspectedOn)
            implements CompletionEvidence {

        public AsBuilt {
            floors = List.copyOf(floors);
            units = List.copyOf(units);
        }

        /** One floor; numbers below zero are under ground, zero is the ground floor. */
        public record Floor(int floor, double areaM2, String usage) {}

        /** One unit and the floor it lies on. */
        public record Unit(String unit, int floor, double areaM2, String usage) {}

        double grossAreaM2() {
            return floors.stream().mapToDouble(Floor::areaM2).sum();
        }

        /** Storeys are floors from the ground up, each counted once; what lies below is none. */
        public int storeys() {
            return (int) floors.stream()
                    .mapToInt(Floor::floor)
                    .filter(floor -> floor >= 0)
                    .distinct()
                    .count();
        }

        /** The one use of all floors and units, or mixed. */
        public String usage() {
            List<String> usages = usages().distinct().toList();
            return usages.size() == 1 ? usages.getFirst() : "mixed";
        }

        /** Every use that is stated of a floor or a unit. */
        Stream<String> usages() {
            return Stream.concat(
                            floors.stream().map(Floor::usage), units.stream().map(Unit::usage))
                    .filter(Objects::nonNull);
        }
    }

    /** An agency's clearance [S58, S59]. */
    record Clearance(Paper letter, LocalDate validUntil) implements CompletionEvidence {}

    /** The certificate as the office drafts it [S5]. */
    record CertificateDraft(int storeys, int units, double grossAreaM2, int parkingSpaces, String usage, Paper form)
            implements CompletionEvidence {}
}
