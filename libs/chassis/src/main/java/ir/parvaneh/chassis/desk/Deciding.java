package ir.parvaneh.chassis.desk;

import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.contracts.OpenAction;
import ir.parvaneh.contracts.Reason;
import ir.parvaneh.contracts.Signature;
import ir.parvaneh.contracts.TaskDecided;
import ir.parvaneh.contracts.TaskSigned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signing an action: what is refused, and what a signature comes to. */
final class Deciding {
    private Deciding() {}

    static Optional<Refusal> refusal(Task task, Attempt attempt, Signatory who, DeskRules rules) {
        Optional<Refusal> stage = Claims.notWaiting(task).or(() -> illegal(task, attempt));
        if (stage.isPresent()) {
            return stage;
        }
        OpenAction action = task.action(attempt.action()).orElseThrow();
        return notHis(task, action, who)
                .or(() -> Claims.another(task, who))
                .or(() -> barred(task, action, who))
                .or(() -> outOfOrder(task, action, who))
                .or(() -> reasons(task, action, attempt, rules))
                .or(() -> evidence(task, action, attempt, rules));
    }

    private static Optional<Refusal> illegal(Task task, Attempt attempt) {
        List<String> allowed = task.actions().stream().map(OpenAction::name).toList();
        return allowed.contains(attempt.action())
                ? Optional.empty()
                : Optional.of(new Refusal("illegal-in-stage", Map.of("allowed", allowed), List.of()));
    }

    /** None of the action's roles is his, or all that are belong to somebody named. */
    private static Optional<Refusal> notHis(Task task, OpenAction action, Signatory who) {
        boolean his = action.signedBy().stream()
                .anyMatch(role -> who.roles().contains(role) && !Claims.isAnothers(task, role, who));
        return his ? Optional.empty() : Claims.refuse("forbidden");
    }

    private static Optional<Refusal> barred(Task task, OpenAction action, Signatory who) {
        boolean barred = Claims.bars(task, action, who.personId())
                || who.onBehalfOf() != null && Claims.bars(task, action, who.onBehalfOf());
        return barred ? Claims.refuse("separation-of-duties") : Optional.empty();
    }

    private static Optional<Refusal> outOfOrder(Task task, OpenAction action, Signatory who) {
        String next = task.nextRole(action);
        return who.roles().contains(next) && !Claims.isAnothers(task, next, who)
                ? Optional.empty()
                : Optional.of(new Refusal("signatures-out-of-order", Map.of("expected", next), List.of()));
    }

    /** Reasons are the preparer's; who signs after him need not repeat them. */
    private static Optional<Refusal> reasons(Task task, OpenAction action, Attempt attempt, DeskRules rules) {
        if (action.reasonsRequired()
                && attempt.reasons().isEmpty()
                && task.signatures(action).isEmpty()) {
            return Claims.refuse("reasons-required");
        }
        var personal = new ArrayList<Fault>();
        for (int i = 0; i < attempt.reasons().size(); i++) {
            String text = attempt.reasons().get(i).text();
            if (text != null && rules.isPersonal(text)) {
                personal.add(new Fault("/reasons/" + i + "/text", "personal-data-in-text"));
            }
            String code = attempt.reasons().get(i).code();
            if (code != null && rules.isPersonal(code)) {
                personal.add(new Fault("/reasons/" + i + "/code", "personal-data-in-text"));
            }
        }
        return refused("personal-data-in-text", personal);
    }

    private static Optional<Refusal> evidence(Task task, OpenAction action, Attempt attempt, DeskRules rules) {
        if (!task.signatures(action).isEmpty()) {
            return attempt.evidence() == null
                            || same(attempt.evidence(), task.signing().evidence())
                    ? Optional.empty()
                    : refused("wrong-evidence", List.of(new Fault("/evidence", "evidence-already-prepared")));
        }
        if (action.evidence() == null) {
            return attempt.evidence() == null
                    ? Optional.empty()
                    : refused("wrong-evidence", List.of(new Fault("/evidence", "evidence-not-asked")));
        }
        return attempt.evidence() == null
                ? refused("wrong-evidence", List.of(new Fault("/evidence", "missing-field")))
                : refused("wrong-evidence", rules.faults(action.evidence(), attempt.evidence()));
    }

    /** One comes from a request and the other from the store: equal when they are the same JSON. */
    private static boolean same(Object given, Object stored) {
        return Shape.json().writeValueAsString(given).equals(Shape.json().writeValueAsString(stored));
    }

    private static Optional<Refusal> refused(String code, List<Fault> faults) {
        return faults.isEmpty() ? Optional.empty() : Optional.of(new Refusal(code, Map.of(), faults));
    }

    static DeskMove sign(Desk desk, Task task, Attempt attempt, Signatory who, Instant now, long version) {
        OpenAction action = task.action(attempt.action()).orElseThrow();
        var signature = new Signature(who.personId(), task.nextRole(action), now, who.onBehalfOf());
        var collected = collected(task, action, attempt, signature);
        if (collected.signatures().size() < action.signedBy().size()) {
            var event = new TaskSigned(task.opening(), action.name(), signature);
            return desk.moved(task.signed(collected, now, version), List.of(new NewEvent("task-signed", event)));
        }
        return desk.moved(
                decided(task, collected, who, now, version), List.of(decided(task.opening(), collected, now)));
    }

    private static Task.Signing collected(Task task, OpenAction action, Attempt attempt, Signature signature) {
        var before = task.signatures(action);
        if (before.isEmpty()) {
            return new Task.Signing(action.name(), List.of(signature), attempt.evidence(), attempt.reasons());
        }
        var signatures = new ArrayList<>(before);
        signatures.add(signature);
        var prepared = task.signing();
        List<Reason> reasons = attempt.reasons().isEmpty() ? prepared.reasons() : attempt.reasons();
        return new Task.Signing(action.name(), List.copyOf(signatures), prepared.evidence(), reasons);
    }

    /** Evidence is in the event now: the page lets it go. */
    private static Task decided(Task task, Task.Signing signed, Signatory who, Instant now, long version) {
        var sent = new Task.Decision(version, signed.action(), now, Task.Answer.pending, null);
        var claim = new Task.Claim(who.personId(), who.personId(), now);
        var compact = new Task.Signing(signed.action(), signed.signatures(), null, List.of());
        return task.decided(sent, claim, compact, now, version);
    }

    private static NewEvent decided(long opening, Task.Signing signed, Instant now) {
        return new NewEvent(
                "task-decided",
                new TaskDecided(
                        opening,
                        signed.action(),
                        signed.preparedBy(),
                        signed.signatures(),
                        signed.evidence(),
                        signed.reasons(),
                        now));
    }
}
