package ir.parvaneh.application.slip;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import ir.parvaneh.application.payment.CallbackCheck;
import ir.parvaneh.application.payment.CallbackCheck.Received;
import ir.parvaneh.application.payment.Nonces;
import ir.parvaneh.application.payment.PaymentProvider;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.web.Refused;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /v1/payments}: where the provider calls back, and whether its sums are ours. A callback carries no token: its
 * signature is the proof, its time and nonce keep it from being played again, and even then it only makes us ask.
 */
@RestController
final class CallbackEndpoints {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackEndpoints.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Pages<Slip> slips;
    private final SlipShelf shelf;
    private final CallbackCheck check;
    private final Nonces nonces;
    private final PaymentProvider provider;
    private final Reconciliation reconciliation;
    private final CityClock clock;

    CallbackEndpoints(
            Pages<Slip> slips,
            CallbackCheck check,
            Nonces nonces,
            PaymentProvider provider,
            Reconciliation reconciliation,
            CityClock clock) {
        this.slips = slips;
        this.shelf = new SlipShelf(slips);
        this.check = check;
        this.nonces = nonces;
        this.provider = provider;
        this.reconciliation = reconciliation;
        this.clock = clock;
    }

    /** What a callback says; what else stands in it is of no concern. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Said(String orderId, String state) {}

    /** What the city counts itself. */
    record Sums(long paid, long paidRials, long refunded, long refundedRials) {
        static final Sums NONE = new Sums(0, 0, 0, 0);

        Sums plus(Slip slip) {
            long whole = count(slip, one -> one.state() == Attempt.State.REFUNDED);
            long some = count(slip, one -> one.state() == Attempt.State.CONFIRMED && one.doneRials() > 0);
            long kept = slip.parts().stream().filter(Part::isConfirmed).count();
            return new Sums(
                    paid + kept + whole,
                    paidRials + slip.takenRials(),
                    refunded + whole + some,
                    refundedRials + slip.refundedRials());
        }

        private static long count(Slip slip, Predicate<Attempt> which) {
            return slip.parts().stream()
                    .flatMap(part -> part.attempts().stream())
                    .filter(which)
                    .count();
        }
    }

    /** Both sides of the book. */
    record StatementView(Sums city, PaymentProvider.Statement provider, boolean agree) {
        static StatementView of(Sums city, PaymentProvider.Statement provider) {
            boolean agree = city.paidRials() == provider.paidRials()
                    && city.refundedRials() == provider.refundedRials()
                    && city.paid() == provider.paid()
                    && city.refunded() == provider.refunded();
            return new StatementView(city, provider, agree);
        }
    }

    @PostMapping("/v1/payments/callbacks/{name}")
    Mono<ResponseEntity<Void>> called(
            @PathVariable String name,
            @RequestHeader(name = "Payment-Timestamp", required = false) String timestamp,
            @RequestHeader(name = "Payment-Nonce", required = false) String nonce,
            @RequestHeader(name = "Payment-Signature", required = false) String signature,
            @RequestBody byte[] body) {
        if (!name.equals(provider.name())) {
            return Mono.error(new Refused("not-found"));
        }
        var fault = check.fault(new Received(timestamp, nonce, signature, body));
        if (fault.isPresent()) {
            return Mono.error(new Refused(fault.get()));
        }
        return nonces.take(nonce)
                .flatMap(first -> first ? believed(said(body)) : Mono.error(new Refused("callback-replayed")))
                .thenReturn(ResponseEntity.noContent().build());
    }

    private static Said said(byte[] body) {
        try {
            Said said = JSON.readValue(body, Said.class);
            if (said.orderId() == null || said.state() == null) {
                throw new Refused("malformed-json");
            }
            return said;
        } catch (JacksonException e) {
            throw new Refused("malformed-json");
        }
    }

    /** When the provider cannot be asked now, the reconciliation will. */
    private Mono<Void> believed(Said said) {
        String slipId = Slip.ofOrder(said.orderId());
        Mono<Slip> asked = reconciliation.ask(slipId, said.orderId()).onErrorResume(away -> {
            LOG.info("{} was called back and could not be asked about: {}", said.orderId(), away.toString());
            return said.state().equals("paid") ? claimed(slipId, said.orderId()) : Mono.empty();
        });
        return shelf.find(slipId).then(asked).then();
    }

    private Mono<Slip> claimed(String slipId, String orderId) {
        return slips.change(slipId, Cause.clock(), page -> ProviderWords.claimed(page, orderId, clock.now()))
                .then(Mono.empty());
    }

    /** The provider's sums beside the city's own; for auditors and operators. */
    @GetMapping("/v1/payments/statement")
    Mono<StatementView> statement(Caller caller) {
        if (!caller.hasRole("auditor") && !caller.hasRole("operator")) {
            return Mono.error(new Refused("forbidden"));
        }
        Flux<Slip> all = shelf.all();
        return all.reduce(Sums.NONE, Sums::plus).zipWith(provider.statement(), StatementView::of);
    }
}
