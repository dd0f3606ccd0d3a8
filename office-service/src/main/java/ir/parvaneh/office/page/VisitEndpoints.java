package ir.parvaneh.office.page;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Command;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.ETags;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.office.visit.SiteVisit;
import ir.parvaneh.office.visit.VisitDates;
import ir.parvaneh.office.visit.VisitDecision;
import ir.parvaneh.office.visit.VisitPolicy;
import ir.parvaneh.office.visit.VisitView;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The date of a site visit: the office proposes; the owner, his attorney or a co-owner accepts or moves. */
@RestController
@RequestMapping("/v1/visits/{applicationId}")
public final class VisitEndpoints {
    private static final Set<String> PROPOSERS = Set.of("office-clerk", "office-head");

    private final Pages<OfficePage> pages;
    private final VisitDates dates;
    private final VisitPolicy policy;
    private final Commands commands;
    private final CityClock clock;

    /** The date asked for. */
    public record NewDate(LocalDate on) {}

    public VisitEndpoints(
            Pages<OfficePage> pages, VisitDates dates, VisitPolicy policy, Commands commands, CityClock clock) {
        this.pages = pages;
        this.dates = dates;
        this.policy = policy;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<VisitView>> read(@PathVariable String applicationId, Caller caller) {
        return pages.find(applicationId)
                .filter(page -> page.body().visit() != null && (isParty(page, caller) || isOffice(page, caller)))
                .map(this::answer)
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")));
    }

    @PostMapping("/acceptance")
    Mono<ResponseEntity<VisitView>> accept(
            @PathVariable String applicationId, Caller caller, ServerWebExchange exchange) {
        return change(
                applicationId,
                caller,
                exchange,
                page -> asParty(page, caller, visit -> dates.accept(visit, clock.now())));
    }

    @PostMapping("/move")
    Mono<ResponseEntity<VisitView>> move(
            @PathVariable String applicationId, @RequestBody NewDate body, Caller caller, ServerWebExchange exchange) {
        if (body.on() == null) return Mono.error(Refused.at("missing-field", "/on"));
        return change(
                applicationId,
                caller,
                exchange,
                page -> asParty(page, caller, visit -> dates.move(visit, body.on(), today(), clock.now())));
    }

    @PostMapping("/proposal")
    Mono<ResponseEntity<VisitView>> propose(
            @PathVariable String applicationId, @RequestBody NewDate body, Caller caller, ServerWebExchange exchange) {
        if (body.on() == null) return Mono.error(Refused.at("missing-field", "/on"));
        return change(
                applicationId,
                caller,
                exchange,
                page -> asOffice(page, caller, visit -> dates.proposeAnew(visit, body.on(), today(), clock.now())));
    }

    private Mono<ResponseEntity<VisitView>> change(
            String id,
            Caller caller,
            ServerWebExchange exchange,
            Function<Page<OfficePage>, Verdict<OfficePage>> decide) {
        return commands.change(exchange, caller.personId(), command -> pages.change(
                        id, command.cause(), page -> judge(page, command, decide))
                .map(outcome -> Commands.answer(outcome, saved -> view(saved.page()))));
    }

    private static Verdict<OfficePage> judge(
            Page<OfficePage> page, Command command, Function<Page<OfficePage>, Verdict<OfficePage>> decide) {
        if (page.body().visit() == null) return Verdict.refused(new Refusal("not-found"));
        Optional<Refusal> stale = command.staleAt(etag(page));
        return stale.<Verdict<OfficePage>>map(Verdict::refused).orElseGet(() -> decide.apply(page));
    }

    private static Verdict<OfficePage> asParty(
            Page<OfficePage> page, Caller caller, Function<SiteVisit, VisitDecision> decide) {
        if (isParty(page, caller)) return verdict(page, decide.apply(page.body().visit()));
        return Verdict.refused(new Refusal(isOffice(page, caller) ? "forbidden" : "not-found"));
    }

    private static Verdict<OfficePage> asOffice(
            Page<OfficePage> page, Caller caller, Function<SiteVisit, VisitDecision> decide) {
        if (!isOffice(page, caller))
            return Verdict.refused(new Refusal(isParty(page, caller) ? "forbidden" : "not-found"));
        boolean may = caller.roles().stream().anyMatch(PROPOSERS::contains)
                || caller.personId().equals(page.body().visit().inspectorId());
        return may ? verdict(page, decide.apply(page.body().visit())) : Verdict.refused(new Refusal("forbidden"));
    }

    private static Verdict<OfficePage> verdict(Page<OfficePage> page, VisitDecision decision) {
        return switch (decision) {
            case VisitDecision.Refused(Refusal refusal) -> Verdict.refused(refusal);
            case VisitDecision.Agreed(SiteVisit visit, var event) -> {
                SiteVisit changed = visit.changedAt(page.version() + 1);
                yield Verdict.changed(page.body().with(changed), List.of(event), 200, changed.changed());
            }
        };
    }

    private static boolean isParty(Page<OfficePage> page, Caller caller) {
        return page.body().isParty(caller.personId());
    }

    private static boolean isOffice(Page<OfficePage> page, Caller caller) {
        return caller.officeId() != null && caller.officeId().equals(page.body().officeId());
    }

    private ResponseEntity<VisitView> answer(Page<OfficePage> page) {
        return ResponseEntity.ok().eTag(ETags.of(etag(page))).body(view(page));
    }

    private static long etag(Page<OfficePage> page) {
        return page.body().visit().changed();
    }

    private VisitView view(Page<OfficePage> page) {
        return VisitView.of(page.id(), page.body().visit(), policy);
    }

    private LocalDate today() {
        return Tehran.dateOf(clock.now());
    }
}
