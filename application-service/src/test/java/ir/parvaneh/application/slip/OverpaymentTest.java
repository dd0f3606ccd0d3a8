package ir.parvaneh.application.slip;

import static ir.parvaneh.application.slip.GivenSlip.DECISIONS;
import static ir.parvaneh.application.slip.GivenSlip.NOW;
import static ir.parvaneh.application.slip.GivenSlip.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.payment.PaymentProvider.State;
import ir.parvaneh.application.payment.PaymentProvider.Word;
import ir.parvaneh.application.slip.Overpayments.Take;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.SlipChanged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that paid in instalments and is assessed lower: what is too much goes back once, from the latest payment on. */
class OverpaymentTest {

    private static final long LOWER = TOTAL - 300_000_000;

    private final GivenSlip paid = paidInThree();
    private final GivenSlip lower = GivenSlip.of(LOWER, paid.slip().confirmedRials());

    private static GivenSlip paidInThree() {
        GivenSlip given = GivenSlip.issued();
        given.then(DECISIONS.arrange(given.page(), 3, NOW));
        for (int part = 1; part <= 3; part++) {
            given.hears(given.begins(part), State.PAID);
        }
        return given;
    }

    @Test
    void what_is_overpaid_is_ordered_back_once() {
        assertThat(lower.slip().overpaidRials()).isEqualTo(300_000_000);
        lower.then(Overpayments.order(lower.page(), NOW));
        assertThat(lower.types()).endsWith("overpayment-ordered-back");
        assertThat(lower.slip().overpaidRials()).isZero();
        assertThat(lower.slip().creditLeftRials()).isEqualTo(LOWER);
        SlipChanged told = (SlipChanged) lower.told.getLast().data();
        assertThat(told.creditRials()).isEqualTo(LOWER);
        assertThat(told.settled()).isTrue();
        assertThat(refused(Overpayments.order(lower.page(), NOW))).isEqualTo("nothing-overpaid");
    }

    @Test
    void nothing_is_overpaid_where_nothing_or_less_was_paid() {
        GivenSlip higher = GivenSlip.of(TOTAL + 1_000, TOTAL);
        assertThat(refused(Overpayments.order(higher.page(), NOW))).isEqualTo("nothing-overpaid");
        assertThat(refused(Overpayments.order(GivenSlip.issued().page(), NOW))).isEqualTo("nothing-overpaid");
        assertThat(refused(Overpayments.order(paid.page(), NOW))).isEqualTo("nothing-overpaid");
    }

    @Test
    void a_slip_whose_place_another_took_orders_nothing_back_any_more() {
        lower.then(DECISIONS.cancel(lower.page(), NOW));
        assertThat(refused(Overpayments.order(lower.page(), NOW))).isEqualTo("nothing-overpaid");
        assertThat(DECISIONS.cancel(lower.page(), NOW)).isInstanceOf(Verdict.Unchanged.class);
    }

    @Test
    void the_latest_payments_give_back_first_and_the_rest_is_kept() {
        lower.then(Overpayments.order(lower.page(), NOW));
        List<Take> takes = Overpayments.takes(List.of(paid.slip(), lower.slip()));
        assertThat(takes).extracting(Take::orderId).containsExactly("file-1-41-i3-1");
        assertThat(takes).extracting(Take::inAllRials).containsExactly(300_000_000L);
        takes.forEach(take -> paid.then(Overpayments.take(paid.page(), take, NOW)));
        assertThat(paid.slip().confirmedRials()).isEqualTo(LOWER);
        assertThat(paid.slip().refundedRials()).isZero();
        assertThat(paid.slip().awaiting()).extracting(Attempt::orderId).containsExactly("file-1-41-i3-1");
        hears("file-1-41-i3-1", 300_000_000);
        assertThat(paid.slip().refundedRials()).isEqualTo(300_000_000);
        assertThat(paid.slip().awaiting()).isEmpty();
        assertThat(paid.slip().takenRials()).isEqualTo(TOTAL);
        assertThat(paid.slip().state()).isEqualTo(Slip.State.CONFIRMED);
        assertThat(DECISIONS.begin(paid.page(), 3, NOW, 0)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void a_word_that_came_before_another_says_nothing() {
        lower.then(Overpayments.order(lower.page(), NOW));
        Overpayments.takes(List.of(paid.slip(), lower.slip()))
                .forEach(take -> paid.then(Overpayments.take(paid.page(), take, NOW)));
        hears("file-1-41-i3-1", 300_000_000);
        assertThat(ProviderWords.heard(paid.page(), word("file-1-41-i3-1", 0), NOW))
                .isInstanceOf(Verdict.Unchanged.class);
    }

    @Test
    void what_a_bank_takes_back_in_part_is_not_counted_as_paid() {
        hears("file-1-41-i3-1", 100_000_000);
        assertThat(paid.slip().confirmedRials()).isEqualTo(TOTAL - 100_000_000);
        assertThat(paid.slip().refundedRials()).isEqualTo(100_000_000);
        assertThat(paid.slip().takenRials()).isEqualTo(TOTAL);
        assertThat(paid.slip().awaiting()).isEmpty();
    }

    @Test
    void what_a_bank_took_back_before_the_lower_slip_was_drawn_is_not_missing_from_what_goes_back() {
        hears("file-1-41-i3-1", 100_000_000);
        GivenSlip drawn = GivenSlip.of(LOWER, paid.slip().confirmedRials());
        drawn.then(Overpayments.order(drawn.page(), NOW));
        assertThat(drawn.slip().orderedBackRials()).isEqualTo(200_000_000);
        givesBackDownToTheLowerDemand(drawn);
    }

    @Test
    void what_a_bank_takes_back_after_the_lower_slip_was_drawn_does_not_go_back_again() {
        lower.then(Overpayments.order(lower.page(), NOW));
        hears("file-1-41-i3-1", 100_000_000);
        givesBackDownToTheLowerDemand(lower);
    }

    private void givesBackDownToTheLowerDemand(GivenSlip ordering) {
        List<Take> takes = Overpayments.takes(List.of(paid.slip(), ordering.slip()));
        assertThat(takes).containsExactly(new Take("file-1-41", "file-1-41-i3-1", 300_000_000));
        takes.forEach(take -> paid.then(Overpayments.take(paid.page(), take, NOW)));
        assertThat(Overpayments.takes(List.of(paid.slip(), ordering.slip()))).isEmpty();
        assertThat(paid.slip().confirmedRials()).isEqualTo(LOWER);
        hears("file-1-41-i3-1", 300_000_000);
        assertThat(paid.slip().refundedRials()).isEqualTo(300_000_000);
        assertThat(paid.slip().awaiting()).isEmpty();
    }

    @Test
    void money_of_a_file_that_ends_unserved_goes_back_though_a_part_of_it_went_before() {
        lower.then(Overpayments.order(lower.page(), NOW));
        Overpayments.takes(List.of(paid.slip(), lower.slip()))
                .forEach(take -> paid.then(Overpayments.take(paid.page(), take, NOW)));
        paid.then(DECISIONS.giveBack(paid.page(), NOW));
        paid.slip().awaiting().toList().forEach(attempt -> paid.hears(attempt.orderId(), State.REFUNDED));
        assertThat(paid.slip().refundedRials()).isEqualTo(TOTAL);
        assertThat(paid.slip().confirmedRials()).isZero();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    /** Replicas work from what they saw a while ago, die in between, and every other answer of the provider is lost. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoever_tells_the_payments_and_however_often_no_rial_more_goes_back(long seed) {
        Random dice = new Random(seed);
        GivenSlip given = paidInThree();
        long least = dice.nextLong(TOTAL);
        GivenSlip newer = GivenSlip.of(TOTAL - least, TOTAL);
        newer.maybe(Overpayments.order(newer.page(), NOW));
        Map<String, Long> provider = new HashMap<>();
        List<Take> stale = List.of();
        for (int step = 0; step < 40; step++) {
            List<Take> seen = Overpayments.takes(List.of(given.slip(), newer.slip()));
            List<Take> told = dice.nextBoolean() ? seen : stale;
            told.stream()
                    .limit(dice.nextInt(told.size() + 1))
                    .forEach(take -> given.maybe(Overpayments.take(given.page(), take, NOW)));
            stale = dice.nextInt(3) == 0 ? seen : stale;
            given.slip().awaiting().toList().forEach(attempt -> settles(given, attempt, provider, dice.nextBoolean()));
            assertThat(sum(provider)).isLessThanOrEqualTo(least);
            assertThat(given.slip().confirmedRials()).isGreaterThanOrEqualTo(TOTAL - least);
        }
        Overpayments.takes(List.of(given.slip(), newer.slip()))
                .forEach(take -> given.then(Overpayments.take(given.page(), take, NOW)));
        assertThat(given.slip().confirmedRials()).isEqualTo(TOTAL - least);
        given.slip().awaiting().toList().forEach(attempt -> settles(given, attempt, provider, true));
        assertThat(sum(provider)).isEqualTo(least);
        assertThat(given.slip().refundedRials()).isEqualTo(least);
        assertThat(given.slip().takenRials()).isEqualTo(TOTAL);
        assertThat(given.slip().awaiting()).isEmpty();
    }

    /** The provider keeps to the sum in all; its answer may not come. */
    private static void settles(GivenSlip given, Attempt attempt, Map<String, Long> provider, boolean answered) {
        long amount = given.slip().partOf(attempt.orderId()).orElseThrow().amountRials();
        long back = provider.merge(attempt.orderId(), attempt.orderedBackRials(), Math::max);
        Word word = new Word(attempt.orderId(), back == amount ? State.REFUNDED : State.PAID, amount, back, "r-1", NOW);
        if (answered) {
            given.maybe(ProviderWords.heard(given.page(), word, NOW));
            given.maybe(ProviderWords.heard(given.page(), word, NOW));
        }
    }

    private static long sum(Map<String, Long> provider) {
        return provider.values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void money_that_was_confirmed_stays_so_though_the_provider_forgets_the_order() {
        lower.then(Overpayments.order(lower.page(), NOW));
        Overpayments.takes(List.of(paid.slip(), lower.slip()))
                .forEach(take -> paid.then(Overpayments.take(paid.page(), take, NOW)));
        Word unknown = new Word("file-1-41-i3-1", State.UNKNOWN, 0, 0, null, null);
        assertThat(ProviderWords.heard(paid.page(), unknown, NOW)).isInstanceOf(Verdict.Unchanged.class);
    }

    private void hears(String orderId, long refunded) {
        paid.then(ProviderWords.heard(paid.page(), word(orderId, refunded), NOW));
    }

    private Word word(String orderId, long refunded) {
        long amount = paid.slip().partOf(orderId).orElseThrow().amountRials();
        return new Word(orderId, State.PAID, amount, refunded, "r-1", NOW);
    }

    private static String refused(Verdict<Slip> verdict) {
        return ((Verdict.Refused<Slip>) verdict).refusal().code();
    }
}
