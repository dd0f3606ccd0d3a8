package ir.parvaneh.application.slip;

import ir.parvaneh.application.payment.PaymentProvider.State;
import ir.parvaneh.application.payment.PaymentProvider.Word;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.iran.BillId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A slip in memory: decisions are applied as the store would, and what was told is kept. */
final class GivenSlip {

    static final SlipDecisions DECISIONS = new SlipDecisions(PaymentPolicy.load());
    static final Instant NOW = Instant.parse("2025-05-03T05:30:00Z");
    static final long TOTAL = 945_000_000L;

    final List<NewEvent> told = new ArrayList<>();
    private Page<Slip> page;

    private GivenSlip(String id) {
        page = new Page<>(id, 0, 0, Slip.blank(id));
    }

    static GivenSlip blank(String id) {
        return new GivenSlip(id);
    }

    static GivenSlip of(long total, long credit) {
        GivenSlip given = blank("file-1-41");
        BillId bill = BillId.of(1234, 7, BillId.MUNICIPALITY);
        var draft = new SlipDecisions.Draft("file-1", 41, 7, "tehran-1404", List.of(), total, credit, bill);
        return given.then(DECISIONS.draw(given.page(), draft, NOW));
    }

    static GivenSlip issued() {
        return of(TOTAL, 0);
    }

    Page<Slip> page() {
        return page;
    }

    Slip slip() {
        return page.body();
    }

    GivenSlip then(Verdict<Slip> verdict) {
        if (!(verdict instanceof Verdict.Changed<Slip> changed)) {
            throw new AssertionError("nothing was decided: " + verdict);
        }
        told.addAll(changed.events());
        page = new Page<>(
                page.id(), page.version() + 1, page.number() + changed.events().size(), changed.body());
        return this;
    }

    GivenSlip maybe(Verdict<Slip> verdict) {
        return verdict instanceof Verdict.Changed<Slip> ? then(verdict) : this;
    }

    /** Begins to pay; the id of the order. */
    String begins(int part) {
        then(DECISIONS.begin(page, part, NOW, 0));
        return slip().part(part).orElseThrow().attempts().getLast().orderId();
    }

    GivenSlip hears(String orderId, State state) {
        return maybe(ProviderWords.heard(page, word(orderId, state), NOW));
    }

    Word word(String orderId, State state) {
        long amount = slip().partOf(orderId).map(Part::amountRials).orElse(0L);
        return new Word(orderId, state, amount, state == State.REFUNDED ? amount : 0, "140400012345", NOW);
    }

    List<String> types() {
        return told.stream().map(NewEvent::type).toList();
    }

    Attempt.State stateOf(String orderId) {
        return slip().partOf(orderId)
                .orElseThrow()
                .attempt(orderId)
                .orElseThrow()
                .state();
    }
}
