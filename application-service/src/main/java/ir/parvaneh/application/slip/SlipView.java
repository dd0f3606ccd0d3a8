package ir.parvaneh.application.slip;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A slip as people see it; members without a value are null, amounts are integer rials.
 *
 * @param fine the docket whose fine it is; null for levies
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SlipView(
        String id,
        String applicationId,
        String state,
        String currency,
        String tariffVersion,
        List<Slip.Line> items,
        long totalRials,
        long creditRials,
        long orderedBackRials,
        long payableRials,
        long confirmedRials,
        long refundedRials,
        boolean settled,
        String billId,
        Instant issuedAt,
        Instant arrangedAt,
        Instant cancelledAt,
        List<PartView> parts,
        Slip.Fine fine,
        long version) {

    /** One payment of the slip: all of it, or an instalment. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PartView(
            int no,
            long amountRials,
            LocalDate dueOn,
            String paymentId,
            boolean confirmed,
            long refundedRials,
            String reference,
            List<AttemptView> attempts) {

        static PartView of(Part part) {
            String reference = part.attempts().stream()
                    .filter(one -> one.state() == Attempt.State.CONFIRMED)
                    .map(Attempt::reference)
                    .findFirst()
                    .orElse(null);
            List<AttemptView> attempts =
                    part.attempts().stream().map(AttemptView::of).toList();
            return new PartView(
                    part.no(),
                    part.amountRials(),
                    part.dueOn(),
                    part.paymentId(),
                    part.isConfirmed(),
                    part.refundedRials(),
                    reference,
                    attempts);
        }
    }

    /** An order at the provider. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AttemptView(String orderId, String state, String reference, Instant at) {
        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.orderId(),
                    attempt.state().name().toLowerCase(Locale.ROOT),
                    attempt.reference(),
                    attempt.at());
        }
    }

    static SlipView of(Slip slip) {
        return new SlipView(
                slip.id(),
                slip.applicationId(),
                slip.state().name().toLowerCase(Locale.ROOT),
                "IRR",
                slip.tariffVersion(),
                slip.lines(),
                slip.totalRials(),
                slip.creditRials(),
                slip.orderedBackRials(),
                slip.payableRials(),
                slip.confirmedRials(),
                slip.refundedRials(),
                slip.isSettled(),
                slip.billId(),
                slip.issuedAt(),
                slip.arrangedAt(),
                slip.cancelledAt(),
                slip.parts().stream().map(PartView::of).toList(),
                slip.fine(),
                slip.changed());
    }
}
