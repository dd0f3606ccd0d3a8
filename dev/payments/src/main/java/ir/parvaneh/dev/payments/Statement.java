package ir.parvaneh.dev.payments;

import java.util.Collection;

/** Sums in integer rials: everything that was ever paid; how many orders gave something back, and how much that was. */
record Statement(long paid, long paidRials, long refunded, long refundedRials) {

    static Statement of(Collection<Order> orders) {
        long paid = 0;
        long paidRials = 0;
        long refunded = 0;
        long refundedRials = 0;
        for (Order order : orders) {
            boolean back = order.backRials() > 0;
            boolean taken = order.state() == Order.State.REFUNDED || order.state() == Order.State.PAID;
            paid += taken ? 1 : 0;
            paidRials += taken ? order.amountRials() : 0;
            refunded += back ? 1 : 0;
            refundedRials += order.backRials();
        }
        return new Statement(paid, paidRials, refunded, refundedRials);
    }
}
