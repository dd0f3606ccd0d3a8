package ir.parvaneh.application.permit;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.PermitEvidence.PermitDraft;
import ir.parvaneh.application.permit.PermitEvidence.Plans;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.ProcessFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a permit was last approved on. A permit keeps it when it is approved, and comes back to it when an amendment ends
 * without approval: else plans, levies and a draft that nobody approved would stand as the permit's.
 *
 * @param correction of what the levies were computed from, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovedPermit(FeeAssessment assessment, Plans plans, MeasuresCorrection correction, PermitDraft draft)
        implements Evidence {

    /** Under which name a permit keeps it. */
    public static final String KIND = "approved-permit";

    private static final String STAGE = "permit-issued";
    private static final String ASSESSMENT = "fee-assessment";
    private static final String PLANS = "plans";
    private static final String DRAFT = "permit-draft";

    /** What a permit learns at once when it comes to stand as issued: what was approved, or what was approved before. */
    public static List<Evidence> learnedBy(ProcessFile file) {
        if (file.main() == null || !file.main().stage().equals(STAGE)) {
            return List.of();
        }
        long known = file.numberOf(KIND);
        return Construction.approval(file) > known
                ? latest(file).map(List::<Evidence>of).orElse(List.of())
                : file.latest(KIND, ApprovedPermit.class)
                        .map(approved -> approved.restoredIn(file, known))
                        .orElse(List.of());
    }

    /** Nothing where something is younger than the approval: a permit of an older edition may be amended already. */
    private static Optional<ApprovedPermit> latest(ProcessFile file) {
        boolean approved =
                Stream.of(ASSESSMENT, PLANS, DRAFT).allMatch(kind -> file.numberOf(kind) < Construction.approval(file));
        return !approved
                ? Optional.empty()
                : file.latest(ASSESSMENT, FeeAssessment.class).flatMap(assessment -> file.latest(PLANS, Plans.class)
                        .flatMap(plans -> file.latest(DRAFT, PermitDraft.class)
                                .map(draft -> new ApprovedPermit(assessment, plans, corrected(file), draft))));
    }

    /** A correction younger than the plans and the order it was about. */
    private static MeasuresCorrection corrected(ProcessFile file) {
        return MeasuresCorrection.since(file, Math.max(file.numberOf(PLANS), file.numberOf("plan-order")))
                .orElse(null);
    }

    /** Only what is younger than the approval; itself last, so that it is restored once. */
    private List<Evidence> restoredIn(ProcessFile file, long known) {
        List<Evidence> restored = new ArrayList<>();
        if (file.numberOf(PLANS) > known) {
            restored.add(plans);
        }
        boolean orderedAnew = file.numberOf("plan-order") > known;
        if (correction != null && (orderedAnew || !restored.isEmpty())) {
            restored.add(correction);
        }
        if (file.numberOf(ASSESSMENT) > known) {
            restored.add(assessment);
        }
        if (file.numberOf(DRAFT) > known) {
            restored.add(draft);
        }
        if (!restored.isEmpty()) {
            restored.add(this);
        }
        return restored;
    }
}
