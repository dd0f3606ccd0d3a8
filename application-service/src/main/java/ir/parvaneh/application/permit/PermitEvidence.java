package ir.parvaneh.application.permit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.process.Assigning;
import ir.parvaneh.process.Evidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the actions of a building permit put on the file. Each record is parsed against the schema of its kind in
 * {@code evidence/}; amounts are integer rials, lengths metres, areas square metres. People are named by id, papers by
 * digest.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface PermitEvidence extends Evidence {

    /** A paper: its kind, the SHA-256 of its content in hex, its pages. */
    record Paper(String kind, String digest, int pages) {}

    /** What the applicant files. The office is his wish and never follows from the district [S6]. */
    record Submission(
            String renovationCode,
            int districtNo,
            String officeWish,
            boolean consent,
            double plotAreaM2,
            Double groundFloorAreaM2,
            int storeys,
            Integer units,
            String usage)
            implements PermitEvidence {}

    /** Identity and ownership as proved in person, once [S31]. */
    record OwnershipProof(List<Paper> papers, String holding) implements PermitEvidence {}

    /** Papers that were missing. */
    record Papers(List<Paper> papers) implements PermitEvidence {}

    /** The office's fee under the council's tariff [S69]. */
    record OfficeFee(String tariffAct, long amountRials, Paper receipt) implements PermitEvidence {}

    /** A visit as the inspector found it [S45]. */
    record SiteVisit(
            LocalDate visitedOn,
            double latitude,
            double longitude,
            double laneWidthMetres,
            Integer existingStoreys,
            List<Paper> photos)
            implements PermitEvidence {}

    /** The inspector's sketch and measures. */
    record InspectionReport(Paper sketch, double areaM2, Double laneWidthMetres, Double existingAreaM2)
            implements PermitEvidence {}

    /** What the district found about plot and request: debts, seizure, orders, alignment, and what must be asked. */
    record StatusFindings(
            boolean renovationLevyCurrent,
            boolean seized,
            boolean openDemolitionOrder,
            boolean alignmentDone,
            boolean enquiriesNeeded,
            boolean inBufferZone,
            boolean exceedsRules)
            implements PermitEvidence {}

    /** An agency's answer: agrees, agrees-with-conditions or objects. */
    record EnquiryAnswer(String answer, Paper letter, List<String> conditions) implements PermitEvidence {
        boolean objects() {
            return answer.equals("objects");
        }
    }

    /** What a council or commission granted beyond the rules [S16, S32]. */
    record ExceptionDecision(
            String council, String session, LocalDate decidedOn, Paper minutes, List<String> conditions)
            implements PermitEvidence {}

    /** What may be drawn [S30]. */
    record PlanOrder(
            String orderNumber,
            String usage,
            int permittedStoreys,
            int densityPercent,
            int groundCoveragePercent,
            double setbackMetres,
            int parkingSpaces,
            Paper form)
            implements PermitEvidence {}

    /** The owner's designer. */
    record DesignerAppointment(String designerId, Paper contract) implements PermitEvidence, Assigning {
        @JsonIgnore
        @Override
        public Map<String, String> assigned() {
            return Map.of("designer", designerId);
        }
    }

    /** A version of the plans; every round of correction is one [S44]. */
    record Plans(List<Paper> papers, double grossAreaM2, int version) implements PermitEvidence {}

    /** The four supervisors the engineering organisation refers [S34, S49]. */
    record SupervisorReferral(
            String civil, String architecture, String electrical, String mechanical, String referralNumber)
            implements PermitEvidence, Assigning {
        @JsonIgnore
        @Override
        public Map<String, String> assigned() {
            return Map.of(
                    "supervisor-civil", civil,
                    "supervisor-architecture", architecture,
                    "supervisor-electrical", electrical,
                    "supervisor-mechanical", mechanical);
        }
    }

    /** Levies, item by item, under one version of the tariff. */
    record FeeAssessment(String tariffVersion, List<Item> items, long totalRials) implements PermitEvidence {
        /** One levy. */
        public record Item(String component, long amountRials) {}

        boolean addsUp() {
            return items.stream().mapToLong(Item::amountRials).reduce(0, Math::addExact) == totalRials;
        }
    }

    /** A payment through the gateway; nothing is paid beside the system [S15]. */
    record Payment(String slipId, long amountRials, String reference) implements PermitEvidence {}

    /** The permit as the office drafts it [S5]. */
    record PermitDraft(int storeys, int units, double grossAreaM2, String usage, int validityMonths, Paper form)
            implements PermitEvidence {}

    /** Minutes of a joint meeting about plans that went through too many rounds [A]. */
    record MeetingMinutes(LocalDate heldOn, Paper minutes) implements PermitEvidence {}
}
