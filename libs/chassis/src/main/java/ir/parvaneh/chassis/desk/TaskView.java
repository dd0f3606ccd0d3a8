package ir.parvaneh.chassis.desk;

import ir.parvaneh.chassis.web.ETags;
import ir.parvaneh.contracts.OpenAction;
import ir.parvaneh.contracts.Reason;
import ir.parvaneh.contracts.Signature;
import ir.parvaneh.contracts.Titles;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A task as its desk reads it. */
public record TaskView(
        String id,
        String applicationId,
        long opening,
        String track,
        String stage,
        Titles title,
        String holder,
        String agency,
        String state,
        Instant openedAt,
        Instant dueAt,
        String term,
        List<OpenAction> actions,
        Map<String, String> assigned,
        String claimedBy,
        Instant claimedAt,
        SigningView signing,
        DecisionView decision,
        String etag,
        Instant changedAt) {

    /** What was prepared, for whoever signs next. */
    public record SigningView(
            String action, String preparedBy, List<Signature> signedBy, Object evidence, List<Reason> reasons) {}

    /**
     * The last decision sent to the file.
     *
     * @param answer pending, accepted, refused or overtaken
     * @param code of the refusal, or null
     * @param sentence of the refusal, or null
     */
    public record DecisionView(String action, Instant decidedAt, String answer, String code, Object sentence) {}

    static TaskView of(TaskId id, Task task) {
        var work = task.work();
        return new TaskView(
                id.toString(),
                id.applicationId(),
                id.opening(),
                work.track(),
                work.stage(),
                work.title(),
                work.holder(),
                work.agency(),
                task.state().name(),
                work.enteredAt(),
                work.dueAt(),
                work.term(),
                task.actions(),
                task.assigned(),
                task.claim() == null ? null : task.claim().personId(),
                task.claim() == null ? null : task.claim().at(),
                signing(task.signing()),
                decision(task.decision()),
                ETags.of(task.changed()),
                task.changedAt());
    }

    private static SigningView signing(Task.Signing signing) {
        return signing == null
                ? null
                : new SigningView(
                        signing.action(),
                        signing.preparedBy(),
                        signing.signatures(),
                        signing.evidence(),
                        signing.reasons());
    }

    private static DecisionView decision(Task.Decision sent) {
        if (sent == null) {
            return null;
        }
        var refusal = sent.refusal();
        return new DecisionView(
                sent.action(),
                sent.decidedAt(),
                sent.answer().name(),
                refusal == null ? null : refusal.code(),
                refusal == null ? null : refusal.details().get("sentence"));
    }
}
