package ir.parvaneh.district.visits;

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
import ir.parvaneh.district.page.DistrictPage;
import ir.parvaneh.district.page.DistrictScope;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code POST /v1/district-visits}: every visit is written down, with its reason and whether it could be spared. */
@RestController
public final class DistrictVisits {
    private final Pages<DistrictPage> pages;
    private final Commands commands;
    private final CityClock clock;

    public DistrictVisits(Pages<DistrictPage> pages, Commands commands, CityClock clock) {
        this.pages = pages;
        this.commands = commands;
        this.clock = clock;
    }

    /** What was written down. */
    public record View(String applicationId, String place, String unit, String reasonCode, boolean avoidable) {}

    @PostMapping("/v1/district-visits")
    Mono<ResponseEntity<View>> record(@RequestBody DistrictVisit body, Caller caller, ServerWebExchange exchange) {
        if (!DistrictScope.isOfDistrict(caller)) {
            return Mono.error(new Refused("forbidden"));
        }
        return commands.create(exchange, caller.personId(), command -> pages.change(
                        body.applicationId(), command.cause(), page -> written(page, body, caller, clock.now()))
                .map(outcome -> Commands.answer(outcome, saved -> view(body, caller))));
    }

    static Verdict<DistrictPage> written(Page<DistrictPage> page, DistrictVisit body, Caller caller, Instant now) {
        if (!page.body().liesIn(caller.districtNo())) {
            return Verdict.refused(new Refusal("not-found"));
        }
        var visit = new VisitRecorded("district", unit(caller), body.reasonCode(), body.avoidable(), now);
        return Verdict.changed(page.body(), List.of(new NewEvent("visit-recorded", visit)), 201, null);
    }

    private static View view(DistrictVisit body, Caller caller) {
        return new View(body.applicationId(), "district", unit(caller), body.reasonCode(), body.avoidable());
    }

    private static String unit(Caller caller) {
        return "district-" + caller.districtNo();
    }
}
