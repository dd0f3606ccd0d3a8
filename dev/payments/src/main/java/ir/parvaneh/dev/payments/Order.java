package ir.parvaneh.dev.payments;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What somebody is to pay; amounts are integer rials, instants ISO-8601 in real time.
 *
 * @param payUrl where the person pays
 * @param reference the bank's number; null while nothing was paid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Order(
        String orderId,
        State state,
        long amountRials,
        String callbackUrl,
        String payUrl,
        String reference,
        String paidAt) {

    /** The states of an order. */
    enum State {
        OPEN,
        PAID,
        FAILED,
        REFUNDED
    }

    Order paid(String number, String at) {
        return new Order(orderId, State.PAID, amountRials, callbackUrl, payUrl, number, at);
    }

    Order in(State next) {
        return new Order(orderId, next, amountRials, callbackUrl, payUrl, reference, paidAt);
    }
}
