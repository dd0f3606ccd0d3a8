package ir.parvaneh.office.page;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.contracts.VisitRecorded;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A citizen came to the office although no step asked him to: written down, so that it can be spared next time (R03). */
@RestController
public final class WalkIns {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{2,40}");

    private final Pages<OfficePage> pages;
    private final Commands commands;
    private final CityClock clock;

    /** Why he came, as a code of the office's catalogue, and whether it could have been spared. */
    public record WalkIn(String applicationId, String reasonCode, Boolean avoidable) {}

    public WalkIns(Pages<OfficePage> pages, Commands commands, CityClock clock) {
        this.pages = pages;
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/v1/visit-ledger")
    Mono<ResponseEntity<VisitRecorded>> record(@RequestBody WalkIn body, Caller caller, ServerWebExchange exchange) {
        if (caller.officeId() == null || !caller.hasRole("office-clerk")) return Mono.error(new Refused("forbidden"));
        checked(body);
        return commands.create(exchange, caller.personId(), command -> pages.change(
                        body.applicationId(), command.cause(), page -> stood(page, body, caller))
                .map(outcome -> Commands.answer(
                        outcome,
                        saved -> saved.page().body().inPerson().getLast().visit())));
    }

    private static void checked(WalkIn body) {
        if (body.applicationId() == null) throw Refused.at("missing-field", "/applicationId");
        if (body.avoidable() == null) throw Refused.at("missing-field", "/avoidable");
        if (body.reasonCode() == null) throw Refused.at("missing-field", "/reasonCode");
        if (!CODE.matcher(body.reasonCode()).matches()) throw Refused.at("parameter-invalid", "/reasonCode");
    }

    private Verdict<OfficePage> stood(Page<OfficePage> page, WalkIn body, Caller caller) {
        if (!caller.officeId().equals(page.body().officeId())) return Verdict.refused(new Refusal("not-found"));
        VisitRecorded line =
                new VisitRecorded("office", caller.officeId(), body.reasonCode(), body.avoidable(), clock.now());
        return Verdict.changed(
                page.body().visited(line, page.version() + 1),
                List.of(new NewEvent("visit-recorded", line)),
                201,
                null);
    }
}
