package ir.parvaneh.application.slip;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.application.fee.Assessment;
import ir.parvaneh.application.fee.Estimates;
import ir.parvaneh.application.fee.OfficeCharges;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.TariffedFees;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Required;
import ir.parvaneh.contracts.OfficeChargeReported;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code /v1/applications/{id}/fees}: a file's money, what the tariff says it owes, and what its office took. */
@RestController
final class AccountEndpoints {

    private final Pages<ApplicationFile> files;
    private final SlipShelf shelf;
    private final Door door;
    private final TariffedFees fees;
    private final Estimates estimates;
    private final OfficeCharges charges;
    private final Commands commands;
    private final CityClock clock;

    AccountEndpoints(
            Door door,
            Pages<ApplicationFile> files,
            Pages<Slip> slips,
            TariffedFees fees,
            Estimates estimates,
            OfficeCharges charges,
            Commands commands,
            CityClock clock) {
        this.files = files;
        this.shelf = new SlipShelf(slips);
        this.door = door;
        this.fees = fees;
        this.estimates = estimates;
        this.charges = charges;
        this.commands = commands;
        this.clock = clock;
    }

    /** What the tariff says, in full and in the shape in which an income expert shows it. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Proposal(Assessment assessment, FeeAssessment evidence) {}

    /** What a citizen was charged by the office. */
    record ChargeRequest(Long amountRials) {
        ChargeRequest {
            Required.of("amountRials", amountRials);
        }
    }

    /** The report as it was taken down. */
    record ChargeView(long chargedRials, long tariffRials, String tariffAct, boolean overcharge) {}

    @GetMapping("/v1/applications/{id}/fees")
    Mono<AccountView> account(@PathVariable String id, Caller caller) {
        return door.seen(id, caller).flatMap(file -> Mono.zip(shelf.of(id), shelf.finesOn(id))
                .map(slips -> AccountView.of(file, slips.getT1(), slips.getT2(), estimates, charges, clock.now())));
    }

    /**
     * Computed by the tariff of the day the assessment was asked for; {@code plans-missing} while a permit's file has no
     * plans, {@code fees-not-computable} while another lacks what its fees follow from, or has none.
     */
    @GetMapping("/v1/applications/{id}/fees/proposal")
    Mono<Proposal> proposal(@PathVariable String id, Caller caller) {
        return door.seen(id, caller)
                .flatMap(file -> Mono.justOrEmpty(fees.of(file.process(), clock.now()))
                        .switchIfEmpty(Mono.error(() -> new Refused(missing(file)))))
                .map(assessment -> new Proposal(assessment, TariffedFees.evidence(assessment)));
    }

    private static String missing(ApplicationFile file) {
        return file.facts().permitId() == null ? "plans-missing" : "fees-not-computable";
    }

    /** A citizen says what the office took from him; more than its tariff is reported further. */
    @PostMapping("/v1/applications/{id}/office-charges")
    Mono<ResponseEntity<ChargeView>> report(
            @PathVariable String id, Caller caller, @RequestBody ChargeRequest request, ServerWebExchange exchange) {
        if (request.amountRials() < 0) {
            throw Refused.at("amount-invalid", "/amountRials");
        }
        return commands.create(exchange, caller.personId(), command -> door.ofOwner(id, caller)
                .then(files.change(id, command.cause(), page -> reported(page, request.amountRials(), clock.now())))
                .map(outcome -> Commands.answer(
                        outcome, saved -> view(saved.page().body(), request.amountRials(), clock.now()))));
    }

    private Verdict<ApplicationFile> reported(Page<ApplicationFile> page, long charged, Instant now) {
        ApplicationFile file = page.body();
        List<NewEvent> told = new ArrayList<>();
        told.add(new NewEvent("office-charge-reported", new OfficeChargeReported(file.officeId(), charged, now)));
        charges.overcharge(file.facts().requestType(), file.officeId(), charged, "citizen", now)
                .ifPresent(report -> told.add(new NewEvent("office-overcharge-reported", report)));
        return Verdict.changed(file, told, 201, file.changed());
    }

    private ChargeView view(ApplicationFile file, long charged, Instant now) {
        long tariff = charges.tariffOf(file.facts().requestType(), now);
        return new ChargeView(charged, tariff, charges.actOf(now), charged > tariff);
    }
}
