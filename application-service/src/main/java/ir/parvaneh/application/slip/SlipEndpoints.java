package ir.parvaneh.application.slip;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.payment.PaymentProvider;
import ir.parvaneh.application.permit.Construction;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Saved;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.ETags;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Required;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code /v1/slips}: looking at a slip, paying it, at once or in instalments, and having it given back. */
@RestController
final class SlipEndpoints {

    /** Ends of a file that got nothing for its money. */
    private static final Set<String> UNSERVED = Set.of("withdrawn", "rejected-finally", "refused", "abandoned");

    private final Pages<Slip> slips;
    private final SlipShelf shelf;
    private final Door door;
    private final SlipDecisions decisions;
    private final PaymentProvider provider;
    private final Commands commands;
    private final CityClock clock;

    SlipEndpoints(
            Pages<Slip> slips,
            Door door,
            SlipDecisions decisions,
            PaymentProvider provider,
            Commands commands,
            CityClock clock) {
        this.slips = slips;
        this.shelf = new SlipShelf(slips);
        this.door = door;
        this.decisions = decisions;
        this.provider = provider;
        this.commands = commands;
        this.clock = clock;
    }

    /** Which part is to be paid. */
    record PaymentRequest(Integer part) {
        PaymentRequest {
            Required.of("part", part);
        }
    }

    /** In how many instalments. */
    record InstalmentRequest(Integer count) {
        InstalmentRequest {
            Required.of("count", count);
        }
    }

    /** Where to pay: the person goes on at the provider. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PaymentView(String slipId, int part, String orderId, long amountRials, String provider, String payUrl) {}

    @GetMapping("/v1/slips/{id}")
    Mono<ResponseEntity<SlipView>> read(@PathVariable String id, Caller caller) {
        return door.seen(Slip.applicationOf(id), caller)
                .then(shelf.find(id))
                .map(page -> ResponseEntity.ok()
                        .eTag(ETags.of(page.body().changed()))
                        .body(SlipView.of(page.body())))
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")));
    }

    /** Pays in instalments instead of at once; only before anything was paid. */
    @PostMapping("/v1/slips/{id}/instalments")
    Mono<ResponseEntity<SlipView>> arrange(
            @PathVariable String id,
            Caller caller,
            @RequestBody InstalmentRequest request,
            ServerWebExchange exchange) {
        return commands.change(exchange, caller.personId(), command -> payable(id, caller, 1)
                .then(slips.change(
                        id, command.cause(), page -> command.staleAt(page.body().changed())
                                .<Verdict<Slip>>map(Verdict::refused)
                                .orElseGet(() -> decisions.arrange(page, request.count(), clock.now()))))
                .map(outcome -> Commands.answer(
                        outcome, saved -> SlipView.of(saved.page().body()))));
    }

    /** Begins to pay a part, or goes on where somebody began; the answer says where the person pays. */
    @PostMapping("/v1/slips/{id}/payments")
    Mono<ResponseEntity<PaymentView>> pay(
            @PathVariable String id, Caller caller, @RequestBody PaymentRequest request, ServerWebExchange exchange) {
        long real = InstantSource.system().millis();
        return commands.create(exchange, caller.personId(), command -> payable(id, caller, request.part())
                .then(slips.change(
                        id, command.cause(), page -> decisions.begin(page, request.part(), clock.now(), real)))
                .map(Commands::saved)
                .flatMap(saved -> opened(saved, request.part())));
    }

    /** A file's slip is there and its time has come. */
    private Mono<Slip> payable(String id, Caller caller, int part) {
        return door.ofOwner(Slip.applicationOf(id), caller)
                .flatMap(file -> shelf.find(id)
                        .map(Page::body)
                        .switchIfEmpty(Mono.error(() -> new Refused("not-found")))
                        .filter(slip -> isTime(slip, part, file)))
                .switchIfEmpty(Mono.error(() -> new Refused("fees-not-issued")));
    }

    /**
     * Levies: the first payment while the file waits, or once the permit is issued (an amendment that came to nothing may
     * leave some of its levies unpaid), later ones any time. A fine: wherever its file stands.
     */
    private static boolean isTime(Slip slip, int part, ApplicationFile file) {
        return slip.isOfDocket()
                ? !slip.awaitsBill()
                : part > 1 || Door.waitsForPayment(file) || Construction.standsAsIssued(file.process());
    }

    /** A payment that came to nothing meanwhile is not opened again under its old name: nobody would ask for its money. */
    private Mono<ResponseEntity<PaymentView>> opened(Saved<Slip> saved, int no) {
        Slip slip = saved.page().body();
        Part part = slip.part(no).orElseThrow();
        String orderId = part.attempts().getLast().orderId();
        if (part.underWay().isEmpty()) {
            return Mono.error(new Refused(part.isConfirmed() ? "already-paid" : "payment-over"));
        }
        return provider.open(new PaymentProvider.Order(orderId, part.amountRials()))
                .map(opened -> Commands.head(saved)
                        .body(new PaymentView(
                                slip.id(), no, orderId, part.amountRials(), provider.name(), opened.payUrl())));
    }

    /**
     * Has everything that was paid on a slip given back; by an income expert, when the file has ended without a permit.
     * A fine is owed whatever becomes of the file.
     */
    @PostMapping("/v1/slips/{id}/refund")
    Mono<ResponseEntity<SlipView>> refund(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        return commands.change(exchange, caller.personId(), command -> door.ofIncome(Slip.applicationOf(id), caller)
                .filterWhen(file -> shelf.find(id).hasElement())
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")))
                .filter(file -> !Slip.isOfFine(id))
                .switchIfEmpty(Mono.error(() -> new Refused("fine-not-refundable")))
                .filter(SlipEndpoints::mayBeGivenBack)
                .switchIfEmpty(Mono.error(() -> new Refused("refund-not-due")))
                .then(slips.change(
                        id, command.cause(), page -> command.staleAt(page.body().changed())
                                .<Verdict<Slip>>map(Verdict::refused)
                                .orElseGet(() -> decisions.giveBack(page, clock.now()))))
                .map(outcome -> Commands.answer(
                        outcome, saved -> SlipView.of(saved.page().body()))));
    }

    static boolean mayBeGivenBack(ApplicationFile file) {
        return file.outcome() != null && UNSERVED.contains(file.outcome());
    }
}
