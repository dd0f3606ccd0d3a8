package ir.parvaneh.chassis.desk;

import ir.parvaneh.chassis.store.Saved;
import ir.parvaneh.chassis.web.Command;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.ETags;
import ir.parvaneh.chassis.web.Refused;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** How a decision's outcome is answered: accepted 200, refused the problem, unknown yet 202 with a link. */
final class DeskAnswers<P> {
    /** One signature of several, a claim: done at once. */
    static final int DONE = 200;

    /** The last signature: sent to the file. */
    static final int DECIDED = 202;

    private final DeskCommands<P> commands;

    DeskAnswers(DeskCommands<P> commands) {
        this.commands = commands;
    }

    /** Also answers replays: with the present outcome of the decision they named. */
    Mono<ResponseEntity<TaskView>> outcome(TaskId id, Saved<P> saved, Command command) {
        Task task = commands.taskOf(id).apply(saved.page());
        if (!isPending(task, saved.etag()) || command.patience().isZero()) {
            return Mono.just(answer(id, task, saved));
        }
        return commands.answered(id, saved.etag(), command).defaultIfEmpty(task).map(now -> answer(id, now, saved));
    }

    static boolean isPending(Task task, long number) {
        return task.decision() != null
                && task.decision().number() == number
                && task.decision().answer() == Task.Answer.pending;
    }

    private static ResponseEntity<TaskView> answer(TaskId id, Task task, Saved<?> saved) {
        Task.Decision sent = task.decision();
        if (saved.status() == DONE) {
            return done(id, task, saved);
        }
        if (sent == null || sent.number() != saved.etag()) {
            throw new Refused("stale-task");
        }
        return switch (sent.answer()) {
            case pending -> view(id, task, saved, HttpStatus.ACCEPTED);
            case accepted -> view(id, task, saved, HttpStatus.OK);
            case refused -> throw new Refused(sent.refusal());
            case overtaken -> throw new Refused("stale-task");
        };
    }

    static ResponseEntity<TaskView> done(TaskId id, Task task, Saved<?> saved) {
        return view(id, task, saved, HttpStatus.OK);
    }

    private static ResponseEntity<TaskView> view(TaskId id, Task task, Saved<?> saved, HttpStatus status) {
        var head = ResponseEntity.status(status).eTag(ETags.of(task.changed()));
        if (saved.replayed()) {
            head.header(Commands.REPLAYED, "true");
        }
        return (status == HttpStatus.ACCEPTED ? head.location(URI.create("/v1/tasks/" + id)) : head)
                .body(TaskView.of(id, task));
    }
}
