package ir.parvaneh.chassis.desk;

import io.swagger.v3.oas.annotations.Operation;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Saved;
import ir.parvaneh.chassis.web.Command;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.ETags;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code /v1/tasks}: the same at every service that has desks. A service makes it a bean. */
@RestController
@RequestMapping("/v1/tasks")
public final class DeskEndpoints<P> {
    private final Desks<P> desks;
    private final Commands commands;

    public DeskEndpoints(Desks<P> desks, Commands commands) {
        this.desks = desks;
        this.commands = commands;
    }

    @GetMapping
    @Operation(summary = "Tasks on the caller's desks", description = """
            By due date or opening, page by page; with changedSince a feed for pollers, in which a row may come again: \
            compare its etag. state: open (default), decided, closed, all.""")
    Mono<TaskSlice> list(
            Caller caller,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String stage,
            @RequestParam(required = false) String role,
            @RequestParam(required = false) String application,
            @RequestParam(required = false) String sort,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            @RequestParam(required = false) String changedSince) {
        var asked = new DeskLists.Asked(state, stage, role, application, sort, limit, cursor, changedSince);
        return desks.lists.list(desks.scope.desksOf(caller), asked);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One task, with its ETag")
    Mono<ResponseEntity<TaskView>> show(@PathVariable String id, Caller caller) {
        TaskId task = TaskId.of(id);
        return desks.commands.task(task, caller).map(found -> ResponseEntity.ok()
                .eTag(ETags.of(found.changed()))
                .body(TaskView.of(task, found)));
    }

    @PostMapping("/{id}/claim")
    @Operation(summary = "Take a task")
    Mono<ResponseEntity<TaskView>> claim(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        TaskId task = TaskId.of(id);
        return change(task, caller, exchange, command -> desks.commands.claim(task, caller, command));
    }

    @PostMapping("/{id}/release")
    @Operation(summary = "Put a task back: its holder, or a head")
    Mono<ResponseEntity<TaskView>> release(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        TaskId task = TaskId.of(id);
        return change(task, caller, exchange, command -> desks.commands.release(task, caller, command));
    }

    @PostMapping("/{id}/reassignment")
    @Operation(summary = "Give a task to a colleague: a head")
    Mono<ResponseEntity<TaskView>> reassign(
            @PathVariable String id, @RequestBody DeskBodies.Reassign body, Caller caller, ServerWebExchange exchange) {
        TaskId task = TaskId.of(id);
        return change(task, caller, exchange, command -> desks.commands.reassign(task, body.to(), caller, command));
    }

    @PostMapping("/{id}/decision")
    @Operation(summary = "Sign an action; its last signature decides", description = """
            200 when accepted, or when more signatures are awaited; the problem when refused; 202 with Location while \
            the file has not answered. Prefer: wait=N waits for the answer.""")
    Mono<ResponseEntity<TaskView>> decide(
            @PathVariable String id, @RequestBody DeskBodies.Decide body, Caller caller, ServerWebExchange exchange) {
        TaskId task = TaskId.of(id);
        return commands.change(exchange, caller.personId(), command -> desks.commands
                .decide(task, body, caller, command)
                .flatMap(saved -> desks.answers.outcome(task, saved, command)));
    }

    private Mono<ResponseEntity<TaskView>> change(
            TaskId id, Caller caller, ServerWebExchange exchange, Function<Command, Mono<Saved<P>>> act) {
        return commands.change(exchange, caller.personId(), command -> act.apply(command)
                .map(saved -> DeskAnswers.done(id, desks.commands.taskOf(id).apply(saved.page()), saved)));
    }
}
