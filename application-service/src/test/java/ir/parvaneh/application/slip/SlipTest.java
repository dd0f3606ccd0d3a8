package ir.parvaneh.application.slip;

import static ir.parvaneh.application.slip.GivenSlip.DECISIONS;
import static ir.parvaneh.application.slip.GivenSlip.NOW;
import static ir.parvaneh.application.slip.GivenSlip.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.payment.PaymentProvider.State;
import ir.parvaneh.application.payment.PaymentProvider.Word;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.iran.BillId;
import ir.parvaneh.iran.PaymentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlipTest {

    @Test
    void what_a_bank_takes_back_of_levies_unasked_is_due_again_and_nothing_is_settled_until_it_is_paid() {
        GivenSlip given = GivenSlip.issued();
        String order = given.begins(1);
        given.hears(order, State.PAID);
        Word less = new Word(order, State.PAID, GivenSlip.TOTAL, 5_000, "140400012345", GivenSlip.NOW);
        given.then(ProviderWords.heard(given.page(), less, GivenSlip.NOW));
        assertThat(given.slip().isSettled()).isFalse();
        assertThat(given.slip().part(2).orElseThrow().amountRials()).isEqualTo(5_000);
        given.hears(given.begins(2), State.PAID);
        assertThat(given.slip().isSettled()).isTrue();
        assertThat(given.slip().confirmedRials()).isEqualTo(GivenSlip.TOTAL);
    }

    @Test
    void a_slip_is_calculated_and_issued_with_identifiers_that_pass_their_checks() {
        GivenSlip given = GivenSlip.issued();
        assertThat(given.types()).containsExactly("slip-calculated", "slip-issued");
        assertThat(given.slip().state()).isEqualTo(Slip.State.ISSUED);
        BillId bill = BillId.parse(given.slip().billId()).orThrow();
        String payment = given.slip().parts().getFirst().paymentId();
        assertThat(PaymentId.parse(bill, payment).orThrow().rials()).isEqualTo(TOTAL);
    }

    @Test
    void a_slip_that_is_there_is_not_drawn_again() {
        GivenSlip given = GivenSlip.issued();
        BillId bill = BillId.of(9, 9, 6);
        var other = new SlipDecisions.Draft("file-1", 41, 7, "x", List.of(), 1, 0, bill);
        assertThat(DECISIONS.draw(given.page(), other, NOW)).isInstanceOf(Verdict.Unchanged.class);
    }

    @Test
    void what_earlier_slips_brought_is_not_asked_for_again() {
        GivenSlip given = GivenSlip.of(1_000_000, 400_000);
        assertThat(given.slip().parts()).extracting(Part::amountRials).containsExactly(600_000L);
        GivenSlip covered = GivenSlip.of(1_000_000, 1_000_000);
        assertThat(covered.slip().isSettled()).isTrue();
        assertThat(covered.types()).contains("slip-settled");
    }

    @Test
    void a_payment_counts_when_the_provider_said_so() {
        GivenSlip given = GivenSlip.issued();
        String order = given.begins(1);
        given.then(ProviderWords.claimed(given.page(), order, NOW));
        assertThat(given.slip().state()).isEqualTo(Slip.State.PAID);
        assertThat(given.slip().isSettled()).isFalse();
        given.hears(order, State.PAID);
        assertThat(given.slip().state()).isEqualTo(Slip.State.CONFIRMED);
        assertThat(given.slip().confirmedRials()).isEqualTo(TOTAL);
        assertThat(given.types())
                .endsWith("payment-started", "slip-paid", "payment-confirmed", "slip-settled", "slip-confirmed");
    }

    @Test
    void the_same_word_twice_says_nothing_new() {
        GivenSlip given = GivenSlip.issued();
        String order = given.begins(1);
        given.hears(order, State.PAID);
        assertThat(ProviderWords.heard(given.page(), given.word(order, State.PAID), NOW))
                .isInstanceOf(Verdict.Unchanged.class);
        assertThat(ProviderWords.claimed(given.page(), order, NOW)).isInstanceOf(Verdict.Unchanged.class);
        assertThat(refusal(DECISIONS.begin(given.page(), 1, NOW, 0)).code()).isEqualTo("already-paid");
    }

    @Test
    void there_are_never_two_attempts_under_way() {
        GivenSlip given = GivenSlip.issued();
        String first = given.begins(1);
        assertThat(given.begins(1)).isEqualTo(first);
        given.hears(first, State.FAILED);
        String second = given.begins(1);
        assertThat(second).isNotEqualTo(first);
        assertThat(given.stateOf(first)).isEqualTo(Attempt.State.FAILED);
    }

    @Test
    void who_failed_too_often_pays_a_day_later() {
        GivenSlip given = GivenSlip.issued();
        int most = PaymentPolicy.load().mostAttempts();
        for (int attempt = 0; attempt < most; attempt++) {
            given.hears(given.begins(1), State.FAILED);
        }
        long day = Duration.ofDays(1).toMillis();
        assertThat(refusal(DECISIONS.begin(given.page(), 1, NOW, day - 1)).code())
                .isEqualTo("too-many-attempts");
        given.then(DECISIONS.begin(given.page(), 1, NOW, day));
        assertThat(given.slip().parts().getFirst().attempts())
                .extracting(Attempt::orderId)
                .hasSize(most + 1)
                .doesNotHaveDuplicates();
    }

    @Test
    void money_for_a_slip_whose_place_another_took_is_given_back() {
        GivenSlip given = GivenSlip.issued();
        String order = given.begins(1);
        given.then(DECISIONS.cancel(given.page(), NOW));
        given.hears(order, State.PAID);
        assertThat(given.stateOf(order)).isEqualTo(Attempt.State.SURPLUS);
        assertThat(given.slip().confirmedRials()).isZero();
        given.hears(order, State.REFUNDED);
        assertThat(given.slip().state()).isEqualTo(Slip.State.REFUNDED);
        assertThat(given.slip().refundedRials()).isEqualTo(TOTAL);
        assertThat(refusal(DECISIONS.begin(given.page(), 1, NOW, 0)).code()).isEqualTo("slip-cancelled");
    }

    @Test
    void another_amount_than_the_slips_is_not_taken() {
        GivenSlip given = GivenSlip.issued();
        String order = given.begins(1);
        Word less = new Word(order, State.PAID, TOTAL - 1, 0, "r-1", NOW);
        given.then(ProviderWords.heard(given.page(), less, NOW));
        assertThat(given.stateOf(order)).isEqualTo(Attempt.State.SURPLUS);
        assertThat(given.slip().isSettled()).isFalse();
    }

    @Test
    void a_word_about_an_order_that_is_not_ours_changes_nothing() {
        GivenSlip given = GivenSlip.issued();
        Word foreign = new Word("file-9-1-1-1", State.PAID, TOTAL, 0, "r-1", NOW);
        assertThat(ProviderWords.heard(given.page(), foreign, NOW)).isInstanceOf(Verdict.Unchanged.class);
    }

    @Test
    void instalments_add_up_and_the_first_settles_the_slip() {
        GivenSlip given = GivenSlip.issued();
        given.then(DECISIONS.arrange(given.page(), 4, NOW));
        assertThat(given.slip().parts()).hasSize(4);
        assertThat(given.slip().parts().stream().mapToLong(Part::amountRials).sum())
                .isEqualTo(TOTAL);
        assertThat(given.slip().parts()).extracting(Part::dueOn).isSorted().doesNotHaveDuplicates();
        given.hears(given.begins(1), State.PAID);
        assertThat(given.slip().isSettled()).isTrue();
        assertThat(given.slip().state()).isEqualTo(Slip.State.ISSUED);
        for (int part = 2; part <= 4; part++) {
            given.hears(given.begins(part), State.PAID);
        }
        assertThat(given.slip().state()).isEqualTo(Slip.State.CONFIRMED);
    }

    @Test
    void instalments_come_before_payment_and_within_policy() {
        GivenSlip given = GivenSlip.issued();
        assertThat(refusal(DECISIONS.arrange(given.page(), 1, NOW)).code()).isEqualTo("instalments-not-allowed");
        assertThat(refusal(DECISIONS.arrange(given.page(), 13, NOW)).code()).isEqualTo("instalments-not-allowed");
        given.begins(1);
        assertThat(refusal(DECISIONS.arrange(given.page(), 4, NOW)).code()).isEqualTo("instalments-too-late");
    }

    @Test
    void what_was_paid_can_be_ordered_back_once() {
        GivenSlip given = GivenSlip.issued();
        String order = given.begins(1);
        assertThat(refusal(DECISIONS.giveBack(given.page(), NOW)).code()).isEqualTo("nothing-to-refund");
        given.hears(order, State.PAID);
        given.then(DECISIONS.giveBack(given.page(), NOW));
        assertThat(given.slip().awaiting()).extracting(Attempt::orderId).containsExactly(order);
        given.hears(order, State.REFUNDED);
        assertThat(given.slip().state()).isEqualTo(Slip.State.REFUNDED);
        assertThat(refusal(DECISIONS.giveBack(given.page(), NOW)).code()).isEqualTo("nothing-to-refund");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    /** Words come lost, doubled, late and out of order, and people try again meanwhile: money counts once. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_order_words_come_in_a_part_is_paid_once_and_no_rial_is_lost(long seed) {
        Random dice = new Random(seed);
        GivenSlip given = GivenSlip.issued();
        List<String> orders = new ArrayList<>();
        List<String> paid = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            switch (dice.nextInt(5)) {
                case 0 -> {
                    if (DECISIONS.begin(given.page(), 1, NOW, 0) instanceof Verdict.Changed) {
                        orders.add(given.begins(1));
                    }
                }
                case 1 ->
                    orders.stream()
                            .skip(dice.nextInt(orders.size() + 1))
                            .findFirst()
                            .ifPresent(paid::add);
                case 2 ->
                    orders.stream()
                            .filter(order -> !paid.contains(order))
                            .findFirst()
                            .ifPresent(order -> given.hears(order, State.FAILED));
                case 3 ->
                    paid.stream()
                            .skip(dice.nextInt(paid.size() + 1))
                            .findFirst()
                            .ifPresent(order -> given.hears(order, truth(given, order)));
                default ->
                    given.maybe(dice.nextInt(20) == 0 ? DECISIONS.cancel(given.page(), NOW) : Verdict.unchanged());
            }
        }
        paid.forEach(order -> given.hears(order, truth(given, order)));
        given.slip()
                .awaiting()
                .toList()
                .forEach(back ->
                        given.hears(back.orderId(), paid.contains(back.orderId()) ? State.REFUNDED : State.FAILED));
        long provider = paid.stream().distinct().count() * TOTAL;
        assertThat(given.slip().confirmedRials() + given.slip().refundedRials()).isEqualTo(provider);
        assertThat(given.slip().confirmedRials()).isIn(0L, TOTAL);
        assertThat(given.slip().awaiting()).isEmpty();
    }

    /** The provider gives back what it was told to, and nothing else. */
    private static State truth(GivenSlip given, String order) {
        return given.stateOf(order) == Attempt.State.REFUNDED ? State.REFUNDED : State.PAID;
    }

    private static Refusal refusal(Verdict<Slip> verdict) {
        return ((Verdict.Refused<Slip>) verdict).refusal();
    }
}
