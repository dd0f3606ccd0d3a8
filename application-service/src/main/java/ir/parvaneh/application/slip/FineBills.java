package ir.parvaneh.application.slip;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Turns;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Pages;
import reactor.core.publisher.Mono;

/**
 * Gives the slips of fines their bills. A bill number is found by inserting it, which no reaction can do; so it starts
 * from where slips stand, and doing it twice is harmless.
 */
final class FineBills {

    private final Pages<Slip> slips;
    private final SlipShelf shelf;
    private final PaymentPolicy policy;
    private final BillNumbers bills;
    private final CityClock clock;
    private final Turns turns = new Turns("the bill", 8);

    FineBills(Pages<Slip> slips, PaymentPolicy policy, BillNumbers bills, CityClock clock) {
        this.slips = slips;
        this.shelf = new SlipShelf(slips);
        this.policy = policy;
        this.bills = bills;
        this.clock = clock;
    }

    /** One look at the slips without a bill; completes when each that can be is issued. */
    Mono<Void> sweep() {
        return turns.each(shelf.withoutBill(), Slip::id, this::issue);
    }

    /** A fine is no levy: its bill is the docket's and not the file's. */
    private Mono<Void> issue(Slip slip) {
        return bills.of(slip.fine().docketId(), slip.districtNo())
                .flatMap(bill -> slips.change(
                        slip.id(), Cause.clock(), page -> FineDecisions.issue(page, bill, policy, clock.now())))
                .then();
    }
}
