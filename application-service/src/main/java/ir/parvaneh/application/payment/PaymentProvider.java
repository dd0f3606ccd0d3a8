package ir.parvaneh.application.payment;

import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Whoever takes money for the city. Orders are named by the city, so that every call may be repeated: the same order is
 * never opened, paid or given back twice. A call that gets no answer fails, and the reconciliation asks again.
 */
public interface PaymentProvider {

    /** The name under which its callbacks come in. */
    String name();

    /** Opens an order, or finds it open; the person pays at the address in the answer. */
    Mono<Opened> open(Order order);

    /** Where an order stands; {@link State#UNKNOWN} when the provider never heard of it. */
    Mono<Word> ask(String orderId);

    /** Gives all the money of a paid order back. */
    Mono<Word> refund(String orderId);

    /**
     * Gives money of a paid order back until that much of it was given back in all. Saying the same once more gives
     * nothing more, so that an answer may be lost.
     */
    Mono<Word> refund(String orderId, long inAllRials);

    /** Sums over everything this provider ever did for the city. */
    Mono<Statement> statement();

    /** What is to be paid, in rials. */
    record Order(String orderId, long amountRials) {}

    /** An order that waits for a person. */
    record Opened(String orderId, String payUrl) {}

    /** The states of an order. */
    enum State {
        UNKNOWN,
        OPEN,
        PAID,
        FAILED,
        REFUNDED
    }

    /**
     * What the provider says about an order.
     *
     * @param refundedRials what of a paid order was given back so far; all of it once it is refunded
     * @param reference the bank's number of the payment; null while there is none
     * @param paidAt real time; null while it is not paid
     */
    record Word(String orderId, State state, long amountRials, long refundedRials, String reference, Instant paidAt) {

        static Word unknown(String orderId) {
            return new Word(orderId, State.UNKNOWN, 0, 0, null, null);
        }
    }

    /** All paid orders, refunded ones among them; how many of them gave something back, and how much that was. */
    record Statement(long paid, long paidRials, long refunded, long refundedRials) {}
}
