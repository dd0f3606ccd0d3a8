package ir.parvaneh.chassis.desk;

import ir.parvaneh.contracts.OpenAction;
import ir.parvaneh.contracts.StageEntered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Copies of what a file said about a stage. */
final class Work {
    private Work() {}

    /** What is worth keeping of a task that is over. */
    static StageEntered compact(StageEntered work) {
        return with(work, List.of(), work.assigned());
    }

    static StageEntered assigned(StageEntered work, String role, String personId) {
        var assigned = new HashMap<>(work.assigned());
        assigned.put(role, personId);
        return with(work, work.actions(), assigned);
    }

    static StageEntered unassigned(StageEntered work, String role) {
        var assigned = new HashMap<>(work.assigned());
        assigned.remove(role);
        return with(work, work.actions(), assigned);
    }

    private static StageEntered with(StageEntered work, List<OpenAction> actions, Map<String, String> assigned) {
        return new StageEntered(
                work.opening(),
                work.track(),
                work.stage(),
                work.title(),
                work.holder(),
                work.agency(),
                work.enteredAt(),
                work.dueAt(),
                work.term(),
                actions,
                assigned);
    }
}
