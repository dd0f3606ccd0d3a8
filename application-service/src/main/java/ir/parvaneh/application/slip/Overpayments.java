package ir.parvaneh.application.slip;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.permit.Construction;
import ir.parvaneh.application.permit.TariffedFees;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Turns;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Commands;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What was paid too much goes back. It is ordered on the slip that asks for less than earlier ones brought: that slip
 * alone says how much it is, so two orders never meet. Then the payments the money came by are told how much of each
 * goes back in all, the latest first; saying so once more changes nothing, whoever says it.
 */
final class Overpayments {

    /** What a slip tells when money beyond its demand was ordered back. */
    static final String ORDERED_BACK = "overpayment-ordered-back";

    private static final int CREATED = 201;

    private final Pages<Slip> slips;
    private final SlipShelf shelf;
    private final CityClock clock;
    private final Turns turns = new Turns("the overpayment", 1);

    Overpayments(Pages<Slip> slips, CityClock clock) {
        this.slips = slips;
        this.shelf = new SlipShelf(slips);
        this.clock = clock;
    }

    /** So much of an order's money goes back in all. */
    record Take(String slipId, String orderId, long inAllRials) {}

    /** What is overpaid on a file; nought while an assessment is open or its slip is not settled. */
    static long of(ApplicationFile file, List<Slip> slips) {
        return slipOf(file)
                .flatMap(id ->
                        slips.stream().filter(slip -> slip.id().equals(id)).findFirst())
                .map(Slip::overpaidRials)
                .orElse(0L);
    }

    /**
     * The slip that can say what is overpaid: of the latest assessment, while no other is asked for and no amendment may
     * bring the one before back. A file that ended unserved gets everything back another way.
     */
    static Optional<String> slipOf(ApplicationFile file) {
        long assessment = file.process().numberOf("fee-assessment");
        boolean settles = assessment > 0
                && !TariffedFees.isAsked(file.process())
                && !Construction.isBeingAmended(file.process())
                && !SlipEndpoints.mayBeGivenBack(file);
        return settles ? Optional.of(Slip.idOf(file.id(), assessment)) : Optional.empty();
    }

    /** Orders all of it back. */
    static Verdict<Slip> order(Page<Slip> page, Instant now) {
        Slip slip = page.body();
        long overpaid = slip.exists() ? slip.overpaidRials() : 0;
        if (overpaid == 0) {
            return Verdict.refused(new Refusal("nothing-overpaid"));
        }
        Slip ordered = slip.with(new Slip.Overpayment(overpaid, false, false)).touched(page.version() + 1);
        return Verdict.changed(
                ordered, List.of(SlipEvent.account(ORDERED_BACK, ordered, now)), CREATED, ordered.changed());
    }

    /** Another assessment takes its place: what is still overpaid is that one's to say. */
    static Verdict<Slip> close(Slip slip) {
        Slip.Overpayment known = slip.overpayment() == null ? Slip.Overpayment.NONE : slip.overpayment();
        return known.closed()
                ? Verdict.unchanged()
                : Verdict.changed(
                        slip.with(new Slip.Overpayment(known.orderedRials(), known.placed(), true)), List.of());
    }

    /** One look at what was ordered back and no payment knows of. */
    Mono<Void> sweep() {
        Flux<String> files = shelf.toPlace().map(Slip::applicationId).distinct();
        return turns.each(files, file -> file, this::place);
    }

    /** Tells the payments of a file what of them goes back; completes when all of it is told. */
    Mono<Void> place(String applicationId) {
        return shelf.of(applicationId)
                .filter(all -> all.stream().anyMatch(Slip::hasToPlace))
                .flatMap(all ->
                        Flux.fromIterable(takes(all)).concatMap(this::tell).then(placed(all)));
    }

    private Mono<Void> tell(Take take) {
        return slips.change(take.slipId(), Cause.clock(), page -> take(page, take, clock.now()))
                .map(Commands::saved)
                .then();
    }

    private Mono<Void> placed(List<Slip> all) {
        return Flux.fromStream(all.stream().filter(Slip::hasToPlace))
                .concatMap(slip -> slips.change(slip.id(), Cause.clock(), Overpayments::placed))
                .then();
    }

    private static Verdict<Slip> placed(Page<Slip> page) {
        Slip slip = page.body();
        return slip.hasToPlace()
                ? Verdict.changed(
                        slip.with(new Slip.Overpayment(
                                slip.orderedBackRials(),
                                true,
                                slip.overpayment().closed())),
                        List.of())
                : Verdict.unchanged();
    }

    /**
     * From the latest confirmed payment backwards, until no more is kept than the slip that ordered still counts; what is
     * said is a sum in all, never something more. So what a bank took back of itself goes back once, whether it did so
     * before that slip was drawn (and counted less) or after.
     */
    static List<Take> takes(List<Slip> all) {
        int ordering = lastThatOrdered(all);
        return ordering < 0
                ? List.of()
                : takes(all.subList(0, ordering), all.get(ordering).creditLeftRials());
    }

    private static int lastThatOrdered(List<Slip> all) {
        int last = all.size() - 1;
        while (last >= 0 && all.get(last).orderedBackRials() == 0) {
            last--;
        }
        return last;
    }

    /** @param earlier the slips whose money that is */
    private static List<Take> takes(List<Slip> earlier, long counted) {
        long left = earlier.stream().mapToLong(Slip::confirmedRials).sum() - counted;
        List<Take> takes = new ArrayList<>();
        for (Slip slip : earlier.reversed()) {
            for (Part part : slip.parts().reversed()) {
                long take = Math.min(left, part.keptRials());
                if (take > 0) {
                    takes.add(take(slip, part, take));
                    left -= take;
                }
            }
        }
        return takes;
    }

    private static Take take(Slip slip, Part part, long more) {
        Attempt confirmed = part.attempts().stream()
                .filter(attempt -> attempt.state() == Attempt.State.CONFIRMED)
                .findFirst()
                .orElseThrow();
        return new Take(slip.id(), confirmed.orderId(), confirmed.goneRials() + more);
    }

    /** A slip that gives money back is not paid again. */
    static Verdict<Slip> take(Page<Slip> page, Take take, Instant now) {
        Slip slip = page.body();
        Optional<Part> part = slip.partOf(take.orderId()).filter(one -> isNew(one, take));
        return part.<Verdict<Slip>>map(one -> {
                    long inAll = Math.min(take.inAllRials(), one.amountRials());
                    Part told = one.changed(take.orderId(), attempt -> attempt.orderedBack(inAll, now));
                    Slip after = slip.with(told);
                    Slip closed = after.cancelledAt() == null ? after.cancelled(now) : after;
                    return Verdict.changed(
                            closed.touched(page.version() + 1),
                            SlipEvent.refundOrdered(closed, told, take.orderId(), inAll, now));
                })
                .orElseGet(Verdict::unchanged);
    }

    private static boolean isNew(Part part, Take take) {
        return part.attempt(take.orderId())
                .filter(attempt -> attempt.state() == Attempt.State.CONFIRMED)
                .filter(attempt -> attempt.orderedBackRials() < take.inAllRials())
                .isPresent();
    }
}
