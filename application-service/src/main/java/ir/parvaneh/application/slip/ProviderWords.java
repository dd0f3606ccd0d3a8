package ir.parvaneh.application.slip;

import ir.parvaneh.application.payment.PaymentProvider.Word;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.iran.BillId;
import ir.parvaneh.iran.Tehran;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a slip makes of the provider's word. Pure, and the same however often it is heard: a word that says nothing new
 * changes nothing, so callbacks may be lost, doubled or late.
 */
final class ProviderWords {

    private ProviderWords() {}

    /** A callback that was believed says an order is paid; it is confirmed only when the provider was asked. */
    static Verdict<Slip> claimed(Page<Slip> page, String orderId, Instant now) {
        Slip slip = page.body();
        return slip.partOf(orderId)
                .filter(part -> part.attempt(orderId).orElseThrow().state() == Attempt.State.OPEN)
                .map(part -> {
                    Part paid = part.changed(orderId, one -> one.in(Attempt.State.PAID, null, now));
                    return changed(page, slip.with(paid), List.of(said("slip-paid", slip, paid, orderId, now)));
                })
                .orElseGet(Verdict::unchanged);
    }

    /** The provider's answer about an order. */
    static Verdict<Slip> heard(Page<Slip> page, Word word, Instant now) {
        return page.body()
                .partOf(word.orderId())
                .map(part -> heard(page, part, word, now))
                .orElseGet(Verdict::unchanged);
    }

    private static Verdict<Slip> heard(Page<Slip> page, Part part, Word word, Instant now) {
        Attempt attempt = part.attempt(word.orderId()).orElseThrow();
        return switch (word.state()) {
            case OPEN -> Verdict.unchanged();
            case UNKNOWN, FAILED -> attempt.mayFail() ? failed(page, part, word, now) : Verdict.unchanged();
            case PAID -> paid(page, part, attempt, word, now);
            case REFUNDED -> allGone(page, part, attempt, word, now);
        };
    }

    private static Verdict<Slip> failed(Page<Slip> page, Part part, Word word, Instant now) {
        Part failed = part.changed(word.orderId(), one -> one.in(Attempt.State.FAILED, null, now));
        Slip after = page.body().with(failed);
        return changed(page, after, List.of(said("payment-failed", after, failed, word.orderId(), now)));
    }

    private static Verdict<Slip> paid(Page<Slip> page, Part part, Attempt attempt, Word word, Instant now) {
        return switch (attempt.state()) {
            case CONFIRMED -> gaveBack(page, part, attempt, word.refundedRials(), now);
            case SURPLUS, REFUNDED -> Verdict.unchanged();
            case OPEN, PAID, FAILED ->
                isWanted(page.body(), part, word) ? confirmed(page, part, word, now) : surplus(page, part, word, now);
        };
    }

    /** The money is wanted once, in the right amount, and not on a slip whose place another took. */
    private static boolean isWanted(Slip slip, Part part, Word word) {
        return slip.cancelledAt() == null && !part.isConfirmed() && word.amountRials() == part.amountRials();
    }

    private static Verdict<Slip> confirmed(Page<Slip> page, Part part, Word word, Instant now) {
        Slip before = page.body();
        Part confirmed = part.changed(word.orderId(), one -> one.in(Attempt.State.CONFIRMED, word.reference(), now));
        Slip after = before.with(confirmed).touched(page.version() + 1);
        List<NewEvent> told = new ArrayList<>();
        if (!part.isPaid()) {
            told.add(said("slip-paid", after, confirmed, word.orderId(), now));
        }
        told.add(said("payment-confirmed", after, confirmed, word.orderId(), now));
        if (after.isSettled() && !before.isSettled()) {
            told.add(SlipEvent.account("slip-settled", after, now));
        }
        if (after.state() == Slip.State.CONFIRMED) {
            told.add(SlipEvent.account("slip-confirmed", after, now));
        }
        return changed(page, after, told);
    }

    private static Verdict<Slip> surplus(Page<Slip> page, Part part, Word word, Instant now) {
        Part surplus = part.changed(word.orderId(), one -> one.in(Attempt.State.SURPLUS, word.reference(), now));
        Slip after = page.body().with(surplus);
        return changed(page, after, List.of(said("refund-ordered", after, surplus, word.orderId(), now)));
    }

    /** What goes after a part of it was gone is the rest; what goes at once is simply not paid. */
    private static Verdict<Slip> allGone(Page<Slip> page, Part part, Attempt attempt, Word word, Instant now) {
        return switch (attempt.state()) {
            case REFUNDED -> Verdict.unchanged();
            case CONFIRMED ->
                attempt.goneRials() > 0
                        ? gaveBack(page, part, attempt, part.amountRials(), now)
                        : refunded(page, part, word, now);
            case OPEN, PAID, FAILED, SURPLUS -> refunded(page, part, word, now);
        };
    }

    /** The rest is kept, and what is gone that nobody ordered is due again. An older word than another says nothing. */
    private static Verdict<Slip> gaveBack(Page<Slip> page, Part part, Attempt attempt, long inAllRials, Instant now) {
        if (inAllRials <= attempt.doneRials()) {
            return Verdict.unchanged();
        }
        Attempt less = attempt.gaveBack(inAllRials, now);
        Slip after = page.body().with(part.changed(attempt.orderId(), one -> less));
        Slip due = dueAgain(after, less.goneRials() - attempt.goneRials(), Tehran.dateOf(now));
        return changed(page, due, List.of(SlipEvent.account("slip-refunded", due, now)));
    }

    /** On a slip that is still to be paid; another that took its place asks for what is missing itself. */
    private static Slip dueAgain(Slip slip, long rials, LocalDate today) {
        if (rials == 0 || slip.cancelledAt() != null) {
            return slip;
        }
        List<Part> all = new ArrayList<>(slip.parts());
        all.add(PaymentPolicy.part(new BillId(slip.billId()), all.size() + 1, rials, today));
        return slip.with(all);
    }

    private static Verdict<Slip> refunded(Page<Slip> page, Part part, Word word, Instant now) {
        Part back = part.changed(word.orderId(), one -> one.in(Attempt.State.REFUNDED, word.reference(), now));
        Slip after = page.body().with(back);
        return changed(page, after, List.of(SlipEvent.account("slip-refunded", after, now)));
    }

    private static NewEvent said(String type, Slip slip, Part part, String orderId, Instant now) {
        return SlipEvent.payment(type, slip, part, part.attempt(orderId).orElseThrow(), now);
    }

    private static Verdict<Slip> changed(Page<Slip> page, Slip after, List<NewEvent> told) {
        return Verdict.changed(after.touched(page.version() + 1), told);
    }
}
