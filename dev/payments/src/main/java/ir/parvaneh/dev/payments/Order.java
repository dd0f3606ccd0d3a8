package ir.parvaneh.dev.payments;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What somebody is to pay; amounts are integer rials, instants ISO-8601 in real time.
 *
 * @param payUrl where the person pays
 * @param reference the bank's number; null while nothing was paid
 * @param refundedRials what of it was given back; null while nothing was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Order(
        String orderId,
        State state,
        long amountRials,
        String callbackUrl,
        String payUrl,
        String reference,
        String paidAt,
        Long refundedRials) {

    /** The states of an order. */
    enum State {
        OPEN,
        PAID,
        FAILED,
        REFUNDED
    }

    /** Orders of older files say nothing of what they gave back: it was always all. */
    Order {
        refundedRials = state == State.REFUNDED ? Long.valueOf(amountRials) : refundedRials;
    }

    Order paid(String number, String at) {
        return new Order(orderId, State.PAID, amountRials, callbackUrl, payUrl, number, at, refundedRials);
    }

    Order in(State next) {
        return new Order(orderId, next, amountRials, callbackUrl, payUrl, reference, paidAt, refundedRials);
    }

    /** Gives back until it was so much in all; who says less than before changes nothing. */
    Order givenBack(long inAllRials) {
        long back = Math.min(amountRials, Math.max(backRials(), inAllRials));
        State next = back == amountRials ? State.REFUNDED : state;
        return new Order(orderId, next, amountRials, callbackUrl, payUrl, reference, paidAt, back == 0 ? null : back);
    }

    long backRials() {
        return refundedRials == null ? 0 : refundedRials;
    }
}
