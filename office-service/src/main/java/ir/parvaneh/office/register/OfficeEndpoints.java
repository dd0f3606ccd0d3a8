package ir.parvaneh.office.register;

import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Saved;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Command;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.ETags;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Slice;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The register of offices, for everybody to read and for a few to change. */
@RestController
public final class OfficeEndpoints {
    private final Pages<Office> pages;
    private final OfficeRegister register;
    private final OfficeLoad load;
    private final Commands commands;
    private final InstantSource clock;

    /** What a list shows of an office; load counts its open tasks, roughly. */
    public record OfficeView(String id, String title, int districtNo, String status, boolean open, long load) {}

    /** A change of status: active, suspended or closing. */
    public record StatusChange(Office.Status status) {}

    /** Somebody to work at the office. */
    public record NewPerson(String personId, List<String> roles) {}

    /** Plots and people a person of the office must not judge. */
    public record Conflicts(List<String> renovationCodes, List<String> personIds) {}

    public OfficeEndpoints(
            Pages<Office> pages, OfficeRegister register, OfficeLoad load, Commands commands, InstantSource clock) {
        this.pages = pages;
        this.register = register;
        this.load = load;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping("/v1/offices")
    Slice<OfficeView> all() {
        return new Slice<>(register.all().stream().map(this::view).toList(), null);
    }

    @GetMapping("/v1/offices/{id}")
    Mono<ResponseEntity<OfficeView>> one(@PathVariable String id) {
        return found(id)
                .map(page -> ResponseEntity.ok().eTag(ETags.of(page.version())).body(view(page)));
    }

    @PutMapping("/v1/offices/{id}")
    Mono<ResponseEntity<OfficeView>> change(
            @PathVariable String id, @RequestBody StatusChange body, Caller caller, ServerWebExchange exchange) {
        if (!caller.hasRole("operator")) return Mono.error(new Refused("forbidden"));
        if (body.status() == null) return Mono.error(Refused.at("missing-field", "/status"));
        return commands.change(
                exchange,
                caller.personId(),
                command -> apply(
                        id,
                        command,
                        page -> OfficeDecisions.become(page, body.status(), caller.personId(), clock.instant())));
    }

    @GetMapping("/v1/offices/{id}/people")
    Mono<Slice<Office.Person>> people(@PathVariable String id, Caller caller) {
        if (!mayLook(id, caller)) return Mono.error(new Refused("not-found"));
        return found(id).map(page -> new Slice<>(page.body().people(), null));
    }

    @PostMapping("/v1/offices/{id}/people")
    Mono<ResponseEntity<OfficeView>> add(
            @PathVariable String id, @RequestBody NewPerson body, Caller caller, ServerWebExchange exchange) {
        if (!isHead(id, caller)) return Mono.error(denied(id, caller));
        if (body.personId() == null) return Mono.error(Refused.at("missing-field", "/personId"));
        List<String> roles = body.roles() == null ? List.of() : body.roles();
        return commands.create(
                exchange,
                caller.personId(),
                command -> apply(
                        id, command, page -> OfficeDecisions.add(page, body.personId(), roles, caller.personId())));
    }

    @PutMapping("/v1/offices/{id}/people/{personId}/conflicts")
    Mono<ResponseEntity<OfficeView>> declare(
            @PathVariable String id,
            @PathVariable String personId,
            @RequestBody Conflicts body,
            Caller caller,
            ServerWebExchange exchange) {
        boolean himself = id.equals(caller.officeId()) && personId.equals(caller.personId());
        if (!himself && !isHead(id, caller)) return Mono.error(denied(id, caller));
        return commands.change(
                exchange,
                caller.personId(),
                command -> apply(
                        id,
                        command,
                        page -> OfficeDecisions.declare(
                                page,
                                personId,
                                orNone(body.renovationCodes()),
                                orNone(body.personIds()),
                                caller.personId())));
    }

    private Mono<ResponseEntity<OfficeView>> apply(
            String id, Command command, Function<Page<Office>, Verdict<Office>> decide) {
        return pages.change(id, command.cause(), page -> judge(page, command, decide))
                .doOnNext(outcome -> register.learn(Commands.saved(outcome).page()))
                .map(outcome -> Commands.answer(outcome, (Saved<Office> saved) -> view(saved.page())));
    }

    private static Verdict<Office> judge(
            Page<Office> page, Command command, Function<Page<Office>, Verdict<Office>> decide) {
        if (page.version() == 0) return Verdict.refused(new Refusal("not-found"));
        Optional<Refusal> stale = command.staleAt(page.version());
        return stale.<Verdict<Office>>map(Verdict::refused).orElseGet(() -> decide.apply(page));
    }

    private Mono<Page<Office>> found(String id) {
        return pages.find(id).switchIfEmpty(Mono.error(new Refused("not-found")));
    }

    private OfficeView view(Page<Office> page) {
        Office office = page.body();
        String status = office.status().name().toLowerCase(Locale.ROOT);
        long tasks = load.now().getOrDefault(page.id(), 0L);
        return new OfficeView(page.id(), office.title(), office.districtNo(), status, office.takesFiles(), tasks);
    }

    private static boolean mayLook(String id, Caller caller) {
        return id.equals(caller.officeId()) || caller.hasRole("operator") || caller.hasRole("auditor");
    }

    private static boolean isHead(String id, Caller caller) {
        return id.equals(caller.officeId()) && caller.hasRole("office-head");
    }

    private static Refused denied(String id, Caller caller) {
        return new Refused(id.equals(caller.officeId()) ? "forbidden" : "not-found");
    }

    private static List<String> orNone(List<String> given) {
        return given == null ? List.of() : given;
    }
}
