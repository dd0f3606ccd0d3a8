package ir.parvaneh.application.checklist;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.Representative;
import ir.parvaneh.application.permit.PermitEvidence.Submission;
import ir.parvaneh.application.permit.PermitFacts;
import java.util.Map;
import java.util.Set;

/** Which conditions hold for a file: what stands on it, and what was told about it. */
record Situation(ApplicationFile file, Map<String, Boolean> told, double plotAboveM2) {

    private static final Set<String> SEEN =
            Set.of("attorney", "plot-above-limit", "plot-below-limit", "reported-elsewhere");

    /** Whether every condition of an edition is told or seen. */
    static boolean knows(ChecklistEdition edition) {
        return edition.conditions().entrySet().stream()
                .allMatch(one -> one.getValue().told() || SEEN.contains(one.getKey()));
    }

    boolean holds(String condition) {
        return switch (condition) {
            case "attorney" -> actsAs(Representative.Kind.ATTORNEY);
            case "joint-ownership" -> actsAs(Representative.Kind.CO_OWNER) || isTold(condition);
            case "plot-above-limit" -> plotAreaM2() > plotAboveM2;
            case "plot-below-limit" -> plotAreaM2() > 0 && plotAreaM2() <= plotAboveM2;
            case "reported-elsewhere" -> !isReported();
            default -> isTold(condition);
        };
    }

    private boolean isTold(String condition) {
        return told.getOrDefault(condition, false);
    }

    private boolean actsAs(Representative.Kind kind) {
        return file.representatives().stream().anyMatch(one -> one.kind() == kind);
    }

    /** Whether the supervisors of the permit this is about reported in the system. */
    private boolean isReported() {
        return file.process()
                .latest(PermitFacts.KIND, PermitFacts.class)
                .filter(permit -> permit.reported() != null)
                .isPresent();
    }

    /** As submitted; 0 before. */
    private double plotAreaM2() {
        return file.process()
                .latest("submission", Submission.class)
                .map(Submission::plotAreaM2)
                .orElse(0.0);
    }
}
