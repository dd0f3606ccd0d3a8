package ir.parvaneh.chassis.desk;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Saved;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Command;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Refused;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Acts on tasks, each one compare-and-set of a page. */
final class DeskCommands<P> {
    private final Pages<P> pages;
    private final DeskLens<P> lens;
    private final DeskScope scope;
    private final EvidenceSchemas rules;
    private final CityClock clock;

    DeskCommands(Pages<P> pages, DeskLens<P> lens, DeskScope scope, EvidenceSchemas rules, CityClock clock) {
        this.pages = pages;
        this.lens = lens;
        this.scope = scope;
        this.rules = rules;
        this.clock = clock;
    }

    /** An act on the caller's desk, judged on the page. */
    private interface Act<P> {
        DeskMove on(Page<P> page, Desk desk, Signatory who, Instant now, long version);
    }

    /** The task as it stands; {@code not-found} when it does not lie on a desk of the caller's. */
    Mono<Task> task(TaskId id, Caller caller) {
        return pages.findFresh(id.applicationId())
                .flatMap(page -> Mono.justOrEmpty(seen(page, id, caller)))
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")));
    }

    Mono<Saved<P>> claim(TaskId id, Caller caller, Command command) {
        return act(
                id, caller, command, (page, desk, who, now, version) -> desk.claimed(id.opening(), who, now, version));
    }

    Mono<Saved<P>> release(TaskId id, Caller caller, Command command) {
        return act(
                id, caller, command, (page, desk, who, now, version) -> desk.released(id.opening(), who, now, version));
    }

    Mono<Saved<P>> reassign(TaskId id, String to, Caller caller, Command command) {
        return task(id, caller)
                .flatMap(task -> worksThere(to, caller))
                .then(act(
                        id,
                        caller,
                        command,
                        (page, desk, who, now, version) -> desk.reassigned(id.opening(), to, who, now, version)));
    }

    private Mono<Boolean> worksThere(String to, Caller caller) {
        if (!scope.isId(to)) {
            return Mono.error(Refused.at("id-invalid", "/to"));
        }
        return scope.worksAt(to, scope.desksOf(caller).getFirst())
                .filter(works -> works)
                .switchIfEmpty(Mono.error(() -> Refused.at("parameter-invalid", "/to")));
    }

    /** One write; no read when the page is at hand. Schemas are fetched only the first time they are met. */
    Mono<Saved<P>> decide(TaskId id, DeskBodies.Decide body, Caller caller, Command command) {
        Attempt attempt = body.attempt();
        Mono<Saved<P>> decision = body.onBehalfOf() == null
                ? act(
                        id,
                        caller,
                        command,
                        (page, desk, who, now, version) -> unhindered(
                                page, id, attempt, now, desk.decided(id.opening(), attempt, who, rules, now, version)))
                : scope.lent(caller, body.onBehalfOf())
                        .flatMap(lent -> act(id, caller, command, (page, desk, who, now, version) -> {
                            Signatory deputy = standIn(who, body.onBehalfOf(), lent);
                            return unhindered(
                                    page,
                                    id,
                                    attempt,
                                    now,
                                    desk.decided(id.opening(), attempt, deputy, rules, now, version));
                        }));
        return rules.having(decision);
    }

    private DeskMove unhindered(Page<P> page, TaskId id, Attempt attempt, Instant now, DeskMove move) {
        return switch (move) {
            case DeskMove.Refused refused -> refused;
            case DeskMove.Moved moved ->
                lens.hindrance()
                        .of(page, id.opening(), attempt.action(), now)
                        .<DeskMove>map(DeskMove.Refused::new)
                        .orElse(moved);
        };
    }

    private static Signatory standIn(Signatory who, String absent, Set<String> lent) {
        return new Signatory(who.personId(), lent, absent, false);
    }

    private Mono<Saved<P>> act(TaskId id, Caller caller, Command command, Act<P> act) {
        return pages.change(id.applicationId(), command.cause(), page -> judge(page, id, caller, command, act))
                .map(Commands::saved);
    }

    private Verdict<P> judge(Page<P> page, TaskId id, Caller caller, Command command, Act<P> act) {
        Optional<Task> task = seen(page, id, caller);
        if (task.isEmpty()) {
            return Verdict.refused(new Refusal("not-found"));
        }
        Optional<Refusal> stale = command.staleAt(task.get().changed());
        return stale.isPresent()
                ? Verdict.refused(stale.get())
                : verdict(
                        page, act.on(page, desk(page), who(page, task.get(), caller), clock.now(), page.version() + 1));
    }

    private Verdict<P> verdict(Page<P> page, DeskMove move) {
        return switch (move) {
            case DeskMove.Refused(Refusal refusal) -> Verdict.refused(refusal);
            case DeskMove.Moved(Desk desk, Task task, var events) ->
                Verdict.changed(lens.write().apply(page.body(), desk), events, status(task), task.changed());
        };
    }

    /** Kept with the key, so that a replay knows whether it repeats a decision. */
    private static int status(Task task) {
        return task.state() == Task.State.decided ? DeskAnswers.DECIDED : DeskAnswers.DONE;
    }

    private Signatory who(Page<P> page, Task task, Caller caller) {
        boolean heads = lens.desks().apply(page, task).stream().anyMatch(desk -> scope.heads(caller, desk));
        return new Signatory(caller.personId(), roles(task, caller), null, heads);
    }

    /** His own roles, and those the file gave him by name. */
    private static Set<String> roles(Task task, Caller caller) {
        if (!task.assigned().containsValue(caller.personId())) {
            return caller.roles();
        }
        Set<String> roles = new HashSet<>(caller.roles());
        task.assigned().forEach((role, person) -> {
            if (person.equals(caller.personId())) {
                roles.add(role);
            }
        });
        return roles;
    }

    private Optional<Task> seen(Page<P> page, TaskId id, Caller caller) {
        List<String> his = scope.desksOf(caller);
        return desk(page).find(id.opening()).filter(task -> lens.desks().apply(page, task).stream()
                .anyMatch(his::contains));
    }

    private Desk desk(Page<P> page) {
        return lens.read().apply(page.body());
    }

    /** The task of a page; present for whoever has just acted on it. */
    Function<Page<P>, Task> taskOf(TaskId id) {
        return page -> desk(page).find(id.opening()).orElseThrow(() -> new Refused("stale-task"));
    }

    /** Waits until the decision has an answer; empty when it has none in time. */
    Mono<Task> answered(TaskId id, long number, Command command) {
        return pages.waitFor(
                        id.applicationId(),
                        body -> lens.read()
                                .apply(body)
                                .find(id.opening())
                                .map(task -> !DeskAnswers.isPending(task, number))
                                .orElse(true),
                        command.patience())
                .map(taskOf(id));
    }
}
