package ir.parvaneh.application.slip;

import ir.parvaneh.application.payment.PaymentProvider;
import ir.parvaneh.application.payment.PaymentProvider.State;
import ir.parvaneh.application.payment.PaymentProvider.Word;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Outcome;
import ir.parvaneh.chassis.store.Pages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks the provider about every payment whose end is not known, and has it give back what nobody wanted. Whatever
 * becomes of callbacks, this makes slips and provider agree. It waits longer from question to question; how long is
 * remembered in this process only, so after a restart it asks sooner, which is harmless.
 */
final class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final int SIDE_BY_SIDE = 8;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration UNHEARD_OF = Duration.ofMinutes(1);
    private static final int REMEMBERED = 20_000;

    private final Pages<Slip> slips;
    private final SlipShelf shelf;
    private final PaymentProvider provider;
    private final CityClock clock;
    private final InstantSource real;
    private final Duration after;
    private final Map<String, Patience> asked = new ConcurrentHashMap<>();
    private volatile long from;

    /** When an order may be asked about again, in real milliseconds, and how long the last pause was. */
    private record Patience(long nextAt, long pause) {}

    /** @param after how long a payment is left alone before the provider is asked for the first time */
    Reconciliation(Pages<Slip> slips, PaymentProvider provider, CityClock clock, InstantSource real, Duration after) {
        this.slips = slips;
        this.shelf = new SlipShelf(slips);
        this.provider = provider;
        this.clock = clock;
        this.real = real;
        this.after = after;
    }

    /**
     * One round over some of what is open, the next round over what follows: those who left the provider's page for good
     * wait for ever and must not stand before the others. A provider that is away ends the round.
     */
    Mono<Void> sweep() {
        return shelf.awaiting(from, real.millis() - after.toMillis())
                .collectList()
                .doOnNext(this::goOnBehind)
                .flatMapIterable(slips -> slips)
                .flatMap(
                        slip -> Flux.fromStream(slip.awaiting())
                                .filter(this::isDue)
                                .concatMap(attempt -> settle(slip.id(), attempt)),
                        SIDE_BY_SIDE)
                .then();
    }

    private void goOnBehind(List<Slip> looked) {
        long last = looked.isEmpty() ? 0 : looked.getLast().awaitsSince().orElse(0L);
        from = looked.size() < SlipShelf.AT_ONCE ? 0 : last == from ? last + 1 : last;
    }

    private boolean isDue(Attempt attempt) {
        if (asked.size() > REMEMBERED) {
            asked.clear();
        }
        long now = real.millis();
        Patience last = asked.get(attempt.orderId());
        if (last != null && last.nextAt() > now) {
            return false;
        }
        long pause = last == null ? after.toMillis() : Math.min(2 * last.pause(), LONGEST_PAUSE.toMillis());
        asked.put(attempt.orderId(), new Patience(now + pause, pause));
        return true;
    }

    private Mono<Void> settle(String slipId, Attempt attempt) {
        Mono<Word> word = asked(attempt);
        boolean young = real.millis() - attempt.startedAt() < UNHEARD_OF.toMillis();
        return word.filter(said -> said.state() != State.UNKNOWN || !young)
                .flatMap(said -> heard(slipId, said))
                .onErrorResume(away -> {
                    LOG.info("payment {} is not settled yet: {}", attempt.orderId(), away.toString());
                    return Mono.empty();
                })
                .then();
    }

    private Mono<Word> asked(Attempt attempt) {
        return switch (attempt.state()) {
            case SURPLUS -> provider.refund(attempt.orderId());
            case CONFIRMED -> provider.refund(attempt.orderId(), attempt.orderedBackRials());
            case OPEN, PAID, FAILED, REFUNDED -> provider.ask(attempt.orderId());
        };
    }

    /** Asks about one order at once; the callback's way. */
    Mono<Slip> ask(String slipId, String orderId) {
        return provider.ask(orderId).flatMap(said -> heard(slipId, said));
    }

    private Mono<Slip> heard(String slipId, Word said) {
        return slips.change(slipId, Cause.clock(), page -> ProviderWords.heard(page, said, clock.now()))
                .flatMap(outcome -> switch (outcome) {
                    case Outcome.Done<Slip>(var saved) -> Mono.just(saved.page().body());
                    case Outcome.Refused<Slip> refused -> Mono.empty();
                })
                .doOnNext(slip -> forget(slip, said.orderId()));
    }

    private void forget(Slip slip, String orderId) {
        if (slip.awaiting().noneMatch(attempt -> attempt.orderId().equals(orderId))) {
            asked.remove(orderId);
        }
    }
}
