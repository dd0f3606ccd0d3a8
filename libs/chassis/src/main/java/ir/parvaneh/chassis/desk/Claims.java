package ir.parvaneh.chassis.desk;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.contracts.OpenAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may take, put back and give a task. */
final class Claims {
    private Claims() {}

    static Optional<Refusal> refusal(Task task, Signatory who) {
        return notWaiting(task).or(() -> notFor(task, who)).or(() -> another(task, who));
    }

    static Optional<Refusal> refusalToRelease(Task task, Signatory who) {
        return notWaiting(task).or(() -> {
            if (task.claim() == null) {
                return refuse("not-claimed");
            }
            return who.heads() || who.is(task.claim().personId()) ? Optional.empty() : refuse("forbidden");
        });
    }

    static Optional<Refusal> refusalToGive(Task task, String to, Signatory who) {
        return notWaiting(task).or(() -> {
            if (!who.heads()) {
                return refuse("forbidden");
            }
            boolean barred = task.actions().stream().allMatch(action -> bars(task, action, to));
            return barred ? refuse("separation-of-duties") : Optional.empty();
        });
    }

    static Optional<Refusal> notWaiting(Task task) {
        return switch (task.state()) {
            case open, signing -> Optional.empty();
            case decided -> refuse("decision-pending");
            case closed -> refuse("stale-task");
        };
    }

    static Optional<Refusal> another(Task task, Signatory who) {
        boolean taken = task.claim() != null && !who.speaksFor(task.claim().personId());
        return taken ? refuse("claimed-by-another") : Optional.empty();
    }

    /** The person had a hand in what the action judges, or has signed it already. */
    static boolean bars(Task task, OpenAction action, String person) {
        return action.barred().contains(person)
                || task.signatures(action).stream()
                        .anyMatch(given -> person.equals(given.personId()) || person.equals(given.onBehalfOf()));
    }

    /** A role that named people hold on this file is not another's. */
    static boolean isAnothers(Task task, String role, Signatory who) {
        String named = task.assigned().get(role);
        return named != null && !who.speaksFor(named);
    }

    private static Optional<Refusal> notFor(Task task, Signatory who) {
        List<OpenAction> his = task.actions().stream()
                .filter(action -> task.nextRole(action) != null && who.roles().contains(task.nextRole(action)))
                .filter(action -> !isAnothers(task, task.nextRole(action), who))
                .toList();
        if (his.isEmpty()) {
            return refuse("forbidden");
        }
        boolean barred = his.stream().allMatch(action -> bars(task, action, who.personId()));
        return barred ? refuse("separation-of-duties") : Optional.empty();
    }

    static Optional<Refusal> refuse(String code) {
        return Optional.of(new Refusal(code, Map.of(), List.of()));
    }
}
