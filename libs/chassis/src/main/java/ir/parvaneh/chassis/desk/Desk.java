package ir.parvaneh.chassis.desk;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.contracts.DecisionRefused;
import ir.parvaneh.contracts.StageEntered;
import ir.parvaneh.contracts.StageLeft;
import ir.parvaneh.contracts.TaskClaimed;
import ir.parvaneh.contracts.TaskReleased;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The tasks of one file at one service. Pure: {@code now} is city time, {@code version} is the version the page will
 * have ({@code page.version() + 1}) and becomes the ETag of each task that changes. What the file says is taken as it
 * is; what people ask is moved or refused.
 */
public record Desk(List<Task> tasks) {
    /** How many closed tasks a page keeps. */
    static final int CLOSED_KEPT = 40;

    public static final Desk EMPTY = new Desk(List.of());

    public Desk {
        tasks = tasks == null ? List.of() : List.copyOf(tasks);
    }

    public Optional<Task> find(long opening) {
        return tasks.stream().filter(task -> task.opening() == opening).findFirst();
    }

    /** A stage was entered that is held here; told again, only the work is renewed. */
    public Desk opened(StageEntered work, Instant now, long version) {
        if (find(work.opening()).isPresent()) {
            return each(work.opening(), task -> task.isWaiting() ? task.with(work, now, version) : task);
        }
        var all = new ArrayList<>(trimmed());
        all.add(Task.of(work, now, version));
        return new Desk(all);
    }

    /** A stage was left: its task closes whatever its state. */
    public Desk closed(StageLeft left, Instant now, long version) {
        return each(
                left.opening(),
                task -> task.state() == Task.State.closed ? task : task.closed(answered(task, left), now, version));
    }

    /** The judge may count a decision at another instant than it was stored: action and preparer tell whose it was. */
    private static Task.Decision answered(Task task, StageLeft left) {
        Task.Decision sent = task.decision();
        if (sent == null || sent.answer() != Task.Answer.pending) {
            return sent;
        }
        boolean ours = sent.action().equals(left.action())
                && task.signing().preparedBy().equals(left.preparedBy());
        return sent.answered(ours ? Task.Answer.accepted : Task.Answer.overtaken, null);
    }

    /** The file refused a decision: the task is open again, or stays closed with the reason. */
    public Desk refused(DecisionRefused refused, Instant now, long version) {
        var refusal = new Refusal(refused.code(), Map.of("sentence", refused.sentence()), List.of());
        return each(refused.opening(), task -> {
            if (task.decision() == null || !task.decision().isThat(refused.action(), refused.decidedAt())) {
                return task;
            }
            var answered = task.decision().answered(Task.Answer.refused, refusal);
            return task.state() == Task.State.decided
                    ? task.reopened(answered, now, version)
                    : new Task(task.work(), task.state(), task.claim(), task.signing(), answered, now, version);
        });
    }

    /** A role of the task was given to a person, for example a drawn inspector; the claim of another one ends. */
    public Desk assigned(long opening, String role, String personId, Instant now, long version) {
        return each(opening, task -> {
            Task given = task.with(Work.assigned(task.work(), role, personId), now, version);
            boolean anothers = task.claim() != null && !task.claim().personId().equals(personId);
            return anothers ? given.claimed(null, now, version) : given;
        });
    }

    /** Nobody has that role of the task by name any more. */
    public Desk unassigned(long opening, String role, Instant now, long version) {
        return each(opening, task -> task.with(Work.unassigned(task.work(), role), now, version));
    }

    /** The desk moved to another office or unit: rows of tasks that are not closed are written anew. */
    public Desk touched(Instant now, long version) {
        return new Desk(tasks.stream()
                .map(task -> task.state() == Task.State.closed ? task : task.with(task.work(), now, version))
                .toList());
    }

    /** The desk came to another place: waiting tasks are marked as changed, claims there end. */
    public Desk moved(Instant now, long version) {
        return new Desk(tasks.stream()
                .map(task -> task.isWaiting() ? task.claimed(null, now, version) : task)
                .toList());
    }

    public DeskMove claimed(long opening, Signatory who, Instant now, long version) {
        Task task = task(opening);
        return Claims.refusal(task, who)
                .<DeskMove>map(DeskMove.Refused::new)
                .orElseGet(() -> claim(task, who.personId(), who.personId(), now, version));
    }

    /** Its holder, or a head, puts a task back. */
    public DeskMove released(long opening, Signatory who, Instant now, long version) {
        Task task = task(opening);
        return Claims.refusalToRelease(task, who)
                .<DeskMove>map(DeskMove.Refused::new)
                .orElseGet(() -> {
                    var event = new TaskReleased(opening, task.claim().personId(), who.personId(), now);
                    return moved(task.claimed(null, now, version), List.of(new NewEvent("task-released", event)));
                });
    }

    /** A head gives a task to a colleague. */
    public DeskMove reassigned(long opening, String to, Signatory who, Instant now, long version) {
        Task task = task(opening);
        return Claims.refusalToGive(task, to, who)
                .<DeskMove>map(DeskMove.Refused::new)
                .orElseGet(() -> claim(task, to, who.personId(), now, version));
    }

    /** Claims older than the policy end; the move has no events when there are none. */
    public DeskMove.Moved lapsed(Instant now, Duration policy, long version) {
        var late = tasks.stream()
                .filter(task -> task.isWaiting() && task.claim() != null)
                .filter(task -> !task.claim().at().plus(policy).isAfter(now))
                .toList();
        Desk desk = this;
        for (Task task : late) {
            desk = desk.put(task.claimed(null, now, version));
        }
        var events = late.stream()
                .map(task -> new NewEvent(
                        "task-released",
                        new TaskReleased(task.opening(), task.claim().personId(), null, now)))
                .toList();
        return new DeskMove.Moved(desk, null, events);
    }

    /** Somebody signs an action; its last signature decides. Order of checks: stage, who, claim, rules. */
    public DeskMove decided(long opening, Attempt attempt, Signatory who, DeskRules rules, Instant now, long version) {
        Task task = task(opening);
        return Deciding.refusal(task, attempt, who, rules)
                .<DeskMove>map(DeskMove.Refused::new)
                .orElseGet(() -> Deciding.sign(this, task, attempt, who, now, version));
    }

    DeskMove moved(Task task, List<NewEvent> events) {
        return new DeskMove.Moved(put(task), task, events);
    }

    private DeskMove claim(Task task, String personId, String by, Instant now, long version) {
        var event = new TaskClaimed(task.opening(), personId, by, now);
        return moved(
                task.claimed(new Task.Claim(personId, by, now), now, version),
                List.of(new NewEvent("task-claimed", event)));
    }

    private Task task(long opening) {
        return find(opening).orElseThrow(() -> new IllegalArgumentException("no task of opening " + opening));
    }

    private Desk put(Task changed) {
        return each(changed.opening(), before -> changed);
    }

    private Desk each(long opening, UnaryOperator<Task> change) {
        return new Desk(tasks.stream()
                .map(task -> task.opening() == opening ? change.apply(task) : task)
                .toList());
    }

    private List<Task> trimmed() {
        var closed =
                tasks.stream().filter(task -> task.state() == Task.State.closed).toList();
        if (closed.size() < CLOSED_KEPT) {
            return tasks;
        }
        var oldest =
                closed.stream().min(Comparator.comparingLong(Task::changed)).orElseThrow();
        return tasks.stream().filter(task -> task != oldest).toList();
    }
}
