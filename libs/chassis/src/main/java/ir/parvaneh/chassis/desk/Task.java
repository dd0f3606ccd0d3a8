package ir.parvaneh.chassis.desk;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.contracts.OpenAction;
import ir.parvaneh.contracts.Reason;
import ir.parvaneh.contracts.Signature;
import ir.parvaneh.contracts.StageEntered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One task on a desk: a stage that somebody here must act on.
 *
 * @param work what the file said when it entered the stage; without actions once closed
 * @param claim who has it, or null
 * @param signing signatures collected for one action so far, or null
 * @param decision the last decision sent to the file, and its answer; or null
 * @param changedAt city time of the last change
 * @param changed page version of the last change: the task's ETag
 */
public record Task(
        StageEntered work,
        State state,
        Claim claim,
        Signing signing,
        Decision decision,
        Instant changedAt,
        long changed) {

    /** Open for anybody; signing: prepared, the next signature is awaited; decided: the file has not answered yet. */
    public enum State {
        open,
        signing,
        decided,
        closed
    }

    /** @param by himself, or the head who gave it to him */
    public record Claim(String personId, String by, Instant at) {}

    public record Signing(String action, List<Signature> signatures, Object evidence, List<Reason> reasons) {
        public String preparedBy() {
            return signatures.getFirst().personId();
        }
    }

    public enum Answer {
        pending,
        accepted,
        refused,
        /** The stage was left by something else before the decision counted. */
        overtaken
    }

    /**
     * @param number page version that sent it
     * @param refusal the judge's, or null
     */
    public record Decision(long number, String action, Instant decidedAt, Answer answer, Refusal refusal) {
        Decision answered(Answer given, Refusal why) {
            return new Decision(number, action, decidedAt, given, why);
        }

        boolean isThat(String otherAction, Instant otherAt) {
            return action.equals(otherAction) && decidedAt.equals(otherAt);
        }
    }

    static Task of(StageEntered work, Instant now, long version) {
        return new Task(work, State.open, null, null, null, now, version);
    }

    public long opening() {
        return work.opening();
    }

    public String stage() {
        return work.stage();
    }

    public List<OpenAction> actions() {
        return work.actions();
    }

    public Map<String, String> assigned() {
        return work.assigned();
    }

    /** Somebody here can act on it. */
    public boolean isWaiting() {
        return state == State.open || state == State.signing;
    }

    public Optional<OpenAction> action(String name) {
        return actions().stream().filter(action -> action.name().equals(name)).findFirst();
    }

    /** Signatures this action has already: none unless it is the one being signed. */
    List<Signature> signatures(OpenAction action) {
        return signing != null && signing.action().equals(action.name()) ? signing.signatures() : List.of();
    }

    /** The role whose signature the action needs next; null when it takes none. */
    String nextRole(OpenAction action) {
        int given = signatures(action).size();
        return given < action.signedBy().size() ? action.signedBy().get(given) : null;
    }

    /** Roles that can act next; none when the task waits for nobody here. */
    public Set<String> nextRoles() {
        return !isWaiting()
                ? Set.of()
                : actions().stream()
                        .map(this::nextRole)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet());
    }

    Task with(StageEntered newWork, Instant now, long version) {
        return new Task(newWork, state, claim, signing, decision, now, version);
    }

    Task claimed(Claim newClaim, Instant now, long version) {
        return new Task(work, state, newClaim, signing, decision, now, version);
    }

    Task signed(Signing collected, Instant now, long version) {
        return new Task(work, State.signing, null, collected, decision, now, version);
    }

    Task decided(Decision sent, Claim by, Signing compact, Instant now, long version) {
        return new Task(work, State.decided, by, compact, sent, now, version);
    }

    Task reopened(Decision refused, Instant now, long version) {
        return new Task(work, State.open, null, null, refused, now, version);
    }

    Task closed(Decision answered, Instant now, long version) {
        return new Task(Work.compact(work), State.closed, claim, null, answered, now, version);
    }
}
