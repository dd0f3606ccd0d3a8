package ir.parvaneh.iran;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillsTest {

    /** Pairs that public libraries publish as examples. */
    @ParameterizedTest
    @CsvSource({
        "7748317800142, 1770160, 4, 17000",
        "2050327604613, 1070189, 1, 10000",
        "1117753200140, 12070160, 4, 120000",
        "9985235404124, 0000880000568, 2, 8800000",
        "۷۷۴۸۳۱۷۸۰۰۱۴۲, ۱۷۷۰۱۶۰, 4, 17000"
    })
    void a_published_pair_is_read_with_its_service_and_amount(String bill, String payment, int service, long rials) {
        BillId id = BillId.parse(bill).orThrow();
        assertThat(id.service()).isEqualTo(service);
        assertThat(PaymentId.parse(id, payment).orThrow().rials()).isEqualTo(rials);
    }

    @ParameterizedTest
    @CsvSource({
        "2234322344613, bill-id-check-digit",
        "7748317800143, bill-id-check-digit",
        "12345, bill-id-length",
        "77483178001420, bill-id-length",
        "77483178o0142, bill-id-length"
    })
    void what_is_no_bill_identifier_is_refused_with_its_reason(String text, String code) {
        assertThat(fault(BillId.parse(text))).isEqualTo(code);
    }

    /** A payment that fits another bill is as wrong as one that was mistyped. */
    @ParameterizedTest
    @CsvSource({
        "9174639504124, 12908197, payment-id-check-digit",
        "1117753200140, 1770165, payment-id-check-digit",
        "7748317800142, 1770161, payment-id-check-digit",
        "7748317800142, 1770, payment-id-length"
    })
    void a_payment_identifier_is_checked_together_with_its_bill(String bill, String payment, String code) {
        assertThat(fault(PaymentId.parse(BillId.parse(bill).orThrow(), payment)))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void what_was_made_is_read_again(long seed) {
        Random dice = new Random(seed);
        for (int i = 0; i < 200; i++) {
            BillId bill = BillId.of(dice.nextInt(100_000_000), dice.nextInt(1000), BillId.MUNICIPALITY);
            long rials = (1 + dice.nextInt(99_999_998)) * 1000L;
            PaymentId payment = PaymentId.of(bill, rials, 1404 + dice.nextInt(9), dice.nextInt(100));
            assertThat(BillId.parse(bill.value()).orThrow()).isEqualTo(bill);
            assertThat(PaymentId.parse(bill, payment.value()).orThrow()).isEqualTo(payment);
            assertThat(payment.rials()).isEqualTo(rials);
        }
    }

    @Test
    void an_amount_beyond_the_scheme_has_no_identifier() {
        assertThat(PaymentId.canSay(PaymentId.MOST_RIALS)).isTrue();
        assertThat(PaymentId.canSay(PaymentId.MOST_RIALS + 1000)).isFalse();
        assertThat(PaymentId.canSay(1500)).isFalse();
        assertThat(PaymentId.canSay(0)).isFalse();
        BillId bill = BillId.of(1, 7, BillId.MUNICIPALITY);
        assertThatThrownBy(() -> PaymentId.of(bill, 1500, 1404, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String fault(Parsed<?> parsed) {
        return ((Parsed.Refused<?>) parsed).why().code();
    }
}
