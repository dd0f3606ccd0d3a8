package ir.parvaneh.application.slip;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code /v1/applications/{id}/refunds}: what was paid beyond the latest assessment goes back. */
@RestController
final class RefundEndpoints {

    private final Pages<Slip> slips;
    private final Door door;
    private final Commands commands;
    private final CityClock clock;

    RefundEndpoints(Pages<Slip> slips, Door door, Commands commands, CityClock clock) {
        this.slips = slips;
        this.door = door;
        this.commands = commands;
        this.clock = clock;
    }

    /** What goes back, by the slip that asked for less than was paid. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RefundView(String applicationId, String slipId, String currency, long orderedBackRials) {
        static RefundView of(Slip slip) {
            return new RefundView(slip.applicationId(), slip.id(), "IRR", slip.orderedBackRials());
        }
    }

    /**
     * An income expert has all of it given back; {@code nothing-overpaid} when nothing is, and while an assessment is
     * open or its slip unsettled.
     */
    @PostMapping("/v1/applications/{id}/refunds")
    Mono<ResponseEntity<RefundView>> order(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        return commands.create(exchange, caller.personId(), command -> door.ofIncome(id, caller)
                .flatMap(file -> Mono.justOrEmpty(Overpayments.slipOf(file)))
                .switchIfEmpty(Mono.error(() -> new Refused("nothing-overpaid")))
                .flatMap(slip -> slips.change(slip, command.cause(), page -> Overpayments.order(page, clock.now())))
                .map(outcome -> Commands.answer(
                        outcome, saved -> RefundView.of(saved.page().body()))));
    }
}
