package ir.parvaneh.dev.payments;

import java.util.Collection;

/** Sums in integer rials: everything that was ever paid, and what of it was given back. */
record Statement(long paid, long paidRials, long refunded, long refundedRials) {

    static Statement of(Collection<Order> orders) {
        long paid = 0;
        long paidRials = 0;
        long refunded = 0;
        long refundedRials = 0;
        for (Order order : orders) {
            boolean back = order.state() == Order.State.REFUNDED;
            boolean taken = back || order.state() == Order.State.PAID;
            paid += taken ? 1 : 0;
            paidRials += taken ? order.amountRials() : 0;
            refunded += back ? 1 : 0;
            refundedRials += back ? order.amountRials() : 0;
        }
        return new Statement(paid, paidRials, refunded, refundedRials);
    }
}
