package ir.parvaneh.application.permit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.application.permit.PermitEvidence.Paper;
import ir.parvaneh.process.Assigning;
import ir.parvaneh.process.Evidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is put on a permit while it is built: notices, reports of supervisors, violations, rulings, other applications' words. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ConstructionEvidence extends Evidence {

    /** The owner says when works begin and which of the four supervisors coordinates [S35]. */
    record StartAnnouncement(String coordinatorId, LocalDate plannedOn) implements ConstructionEvidence, Assigning {
        @JsonIgnore
        @Override
        public Map<String, String> assigned() {
            return Map.of("supervisor-coordinating", coordinatorId);
        }
    }

    /** The start sheet, filed by the supervisor before works begin [S51]. */
    record StartNotice(LocalDate startsOn, Paper sheet) implements ConstructionEvidence {}

    /**
     * A stage report of the four disciplines that says: no violation [S52].
     *
     * @param slab which slab, where a concrete frame is reported slab by slab; null otherwise [S35]
     */
    record StageReport(LocalDate reportedOn, boolean violation, Integer slab, Paper report)
            implements ConstructionEvidence {}

    /** A violation, reported when it occurs [S38]. */
    record ViolationReport(LocalDate reportedOn, boolean violation, String kind, Paper report)
            implements ConstructionEvidence {}

    /** The violation form: what was permitted, what was found [S31]. Excess in the unit of its kind. */
    record ViolationForm(LocalDate foundOn, List<Item> items, Paper form) implements ConstructionEvidence {
        /** One violation; figures are null where the kind has none. */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Item(String kind, Double permitted, Double found) {}
    }

    /**
     * What a commission of article 100 ruled, once its docket is closed [S39].
     *
     * @param executedOn when the fine was paid or the works were removed; null while neither has happened
     */
    record CommissionRuling(
            String docketNumber,
            String outcome,
            LocalDate decidedOn,
            LocalDate executedOn,
            Long fineRials,
            Paper minutes)
            implements ConstructionEvidence {

        /** Nothing more is to be done about it. */
        public boolean closed() {
            return outcome.equals("no-violation") || executedOn != null;
        }

        /** The works themselves had to be changed, so they are looked at again. */
        public boolean changesTheWorks() {
            return outcome.equals("demolition") || outcome.equals("restore-use");
        }
    }

    /** What an application for extension ended with: the new last day of the permit [S53]. */
    record ExtensionGranted(int months, LocalDate validUntil, int extensions) implements ConstructionEvidence {}

    /** Who supervises a discipline from now on. */
    record SupervisorReplacement(String discipline, String supervisorId) implements ConstructionEvidence, Assigning {
        @JsonIgnore
        @Override
        public Map<String, String> assigned() {
            return Map.of("supervisor-" + discipline, supervisorId);
        }
    }

    /** The completion certificate that closes the permit. */
    record CertificateIssued(String kind, LocalDate issuedOn) implements ConstructionEvidence {}
}
