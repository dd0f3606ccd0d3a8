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

    static NewEvent payment(String type, Slip slip, Part part, Attempt attempt, Instant now) {
        return new NewEvent(
                type,
                new PaymentChanged(
                        slip.id(), part.no(), attempt.orderId(), part.amountRials(), attempt.reference(), now));
    }
}
