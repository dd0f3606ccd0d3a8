package ir.parvaneh.application.slip;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.iran.BillId;
import ir.parvaneh.iran.Tehran;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people and the city do with a slip. Pure; city time and real time are arguments. */
final class SlipDecisions {

    private static final int CREATED = 201;

    private final PaymentPolicy policy;

    SlipDecisions(PaymentPolicy policy) {
        this.policy = policy;
    }

    /**
     * What is to be on a new slip.
     *
     * @param creditRials what earlier slips of the file brought
     */
    record Draft(
            String applicationId,
            long assessment,
            int districtNo,
            String tariffVersion,
            List<Slip.Line> lines,
            long totalRials,
            long creditRials,
            BillId bill) {}

    /** Draws the slip of an assessment, once; what earlier slips brought is not asked for again. */
    Verdict<Slip> draw(Page<Slip> page, Draft draft, Instant now) {
        if (page.body().exists()) {
            return Verdict.unchanged();
        }
        long payable = Math.max(0, draft.totalRials() - draft.creditRials());
        Slip slip = new Slip(
                page.id(),
                draft.applicationId(),
                draft.assessment(),
                draft.districtNo(),
                draft.tariffVersion(),
                draft.lines(),
                draft.totalRials(),
                draft.creditRials(),
                draft.bill().value(),
                now,
                null,
                null,
                policy.cash(draft.bill(), payable, Tehran.dateOf(now)),
                null,
                page.version() + 1,
                null);
        List<NewEvent> told = new ArrayList<>();
        told.add(SlipEvent.account("slip-calculated", slip, now));
        told.add(SlipEvent.account("slip-issued", slip, now));
        if (slip.isSettled()) {
            told.add(SlipEvent.account("slip-settled", slip, now));
        }
        return Verdict.changed(slip, told, CREATED, slip.changed());
    }

    /** A newer assessment took its place: what is not paid on it may not be paid any more, nor ordered back by it. */
    Verdict<Slip> cancel(Page<Slip> page, Instant now) {
        Slip slip = page.body();
        if (!slip.exists() || slip.cancelledAt() != null) {
            return Verdict.unchanged();
        }
        if (slip.state() == Slip.State.CONFIRMED) {
            return Overpayments.close(slip);
        }
        Slip cancelled = slip.cancelled(now).touched(page.version() + 1);
        return Verdict.changed(cancelled, SlipEvent.account("slip-cancelled", cancelled, now));
    }

    /** The owner asks to pay in instalments; only before anything was paid or is being paid. */
    Verdict<Slip> arrange(Page<Slip> page, int count, Instant now) {
        Slip slip = page.body();
        if (slip.state() != Slip.State.ISSUED || slip.arrangedAt() != null || isTouched(slip)) {
            return refuse("instalments-too-late");
        }
        if (!policy.allows(count, slip.payableRials())) {
            return Verdict.refused(new Refusal(
                    "instalments-not-allowed",
                    Map.of("most", policy.mostInstalments(), "leastRials", policy.leastInstalmentRials())));
        }
        BillId bill = new BillId(slip.billId());
        List<Part> parts = policy.instalments(bill, slip.payableRials(), count, Tehran.dateOf(now));
        Slip arranged = slip.arranged(parts, now).touched(page.version() + 1);
        return Verdict.changed(
                arranged, List.of(SlipEvent.account("slip-arranged", arranged, now)), 200, arranged.changed());
    }

    private static boolean isTouched(Slip slip) {
        return slip.parts().stream()
                .anyMatch(part -> part.isPaid() || part.underWay().isPresent());
    }

    /** Somebody goes to pay a part. An attempt under way is taken up again: there are never two. */
    Verdict<Slip> begin(Page<Slip> page, int no, Instant now, long realMillis) {
        Slip slip = page.body();
        Optional<Part> part = slip.part(no);
        if (part.isEmpty()) {
            return refuse("part-unknown");
        }
        if (slip.cancelledAt() != null) {
            return refuse("slip-cancelled");
        }
        if (part.get().isConfirmed()) {
            return refuse("already-paid");
        }
        if (part.get().underWay().isPresent()) {
            return Verdict.changed(slip, List.of(), 200, slip.changed());
        }
        return begin(page, part.get(), now, realMillis);
    }

    private Verdict<Slip> begin(Page<Slip> page, Part part, Instant now, long realMillis) {
        long counted = realMillis - policy.attemptsCountFor().toMillis();
        if (part.begunSince(counted) >= policy.mostAttempts()) {
            return Verdict.refused(new Refusal(
                    "too-many-attempts",
                    Map.of("hours", policy.attemptsCountFor().toHours())));
        }
        String instalment = page.body().arrangedAt() == null ? "" : "i";
        String orderId = page.id() + "-" + instalment + part.no() + "-"
                + (part.attempts().size() + 1);
        Attempt attempt = new Attempt(orderId, Attempt.State.OPEN, realMillis, null, now, null);
        Slip begun = page.body().with(part.with(attempt)).touched(page.version() + 1);
        NewEvent told = SlipEvent.payment("payment-started", begun, part, attempt, now);
        return Verdict.changed(begun, List.of(told), CREATED, begun.changed());
    }

    /** What was paid is to be given back: the attempts are marked, and the reconciliation does it. */
    Verdict<Slip> giveBack(Page<Slip> page, Instant now) {
        Slip slip = page.body();
        if (slip.confirmedRials() == 0) {
            return refuse("nothing-to-refund");
        }
        List<NewEvent> told = new ArrayList<>();
        Slip after = slip;
        for (Part part : slip.parts()) {
            for (Attempt attempt : part.attempts()) {
                if (attempt.state() == Attempt.State.CONFIRMED) {
                    after = after.with(
                            part.changed(attempt.orderId(), one -> one.in(Attempt.State.SURPLUS, null, now)));
                    told.add(SlipEvent.payment("refund-ordered", slip, part, attempt, now));
                }
            }
        }
        Slip ordered = after.cancelled(now).touched(page.version() + 1);
        return Verdict.changed(ordered, told, 200, ordered.changed());
    }

    private static Verdict<Slip> refuse(String code) {
        return Verdict.refused(new Refusal(code));
    }
}
