package ir.parvaneh.application.slip;

import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.contracts.SlipChanged;
import java.time.Instant;

/** What slips tell. Where an account changes for its file, the event says how it stands then. */
final class SlipEvent {

    private SlipEvent() {}

    /** An attempt at the provider changed; the data of {@code payment-…} events. */
    record PaymentChanged(String slipId, int part, String orderId, long amountRials, String reference, Instant at) {}

    static NewEvent account(String type, Slip slip, Instant now) {
        String how = slip.arrangedAt() == null ? "cash" : "instalments";
        String reference = slip.parts().stream()
                .flatMap(part -> part.attempts().stream())
                .filter(attempt -> attempt.state() == Attempt.State.CONFIRMED)
                .map(Attempt::reference)
                .reduce((before, last) -> last)
                .orElse(null);
        return new NewEvent(
                type,
                new SlipChanged(
                        slip.id(),
                        slip.applicationId(),
                        slip.assessment(),
                        slip.totalRials(),
                        slip.creditLeftRials(),
                        slip.confirmedRials(),
                        slip.isSettled(),
                        how,
                        reference,
                        now));
    }

    /** A part of a payment goes back; the amount is how much of it does in all. */
    static NewEvent refundOrdered(Slip slip, Part part, String orderId, long inAllRials, Instant now) {
        String reference = part.attempt(orderId).map(Attempt::reference).orElse(null);
        return new NewEvent(
                "refund-ordered", new PaymentChanged(slip.id(), part.no(), orderId, inAllRials, reference, now));
    }

    static NewEvent payment(String type, Slip slip, Part part, Attempt attempt, Instant now) {
        return new NewEvent(
                type,
                new PaymentChanged(
                        slip.id(), part.no(), attempt.orderId(), part.amountRials(), attempt.reference(), now));
    }
}
