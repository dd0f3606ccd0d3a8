package ir.parvaneh.application.slip;

import static ir.parvaneh.application.slip.GivenSlip.DECISIONS;
import static ir.parvaneh.application.slip.GivenSlip.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.payment.PaymentProvider.State;
import ir.parvaneh.application.payment.PaymentProvider.Word;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.contracts.FineDemanded;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.iran.BillId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FineSlipTest {

    private static final String DOCKET = "file-1.ab12cd34";
    private static final String SLIP = DOCKET + "-fine";
    private static final long RIALS = 877_500_000L;
    private static final BillId BILL = BillId.of(4321, 7, BillId.MUNICIPALITY);
    private static final PaymentPolicy POLICY = PaymentPolicy.load();
    private static final FineDemanded DEMANDED =
            new FineDemanded("file-1", "100-ab12cd34", 7, RIALS, LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 2));

    private static GivenSlip calculated() {
        GivenSlip given = GivenSlip.blank(SLIP);
        return given.then(FineDecisions.calculate(given.page(), DOCKET, 31, DEMANDED, NOW));
    }

    private static GivenSlip issued() {
        GivenSlip given = calculated();
        return given.then(FineDecisions.issue(given.page(), BILL, POLICY, NOW));
    }

    @Test
    void a_demanded_fine_is_calculated_for_just_its_amount_and_nothing_is_paid_by_that() {
        GivenSlip given = calculated();
        assertThat(given.types()).containsExactly("slip-calculated");
        assertThat(given.slip().state()).isEqualTo(Slip.State.CALCULATED);
        assertThat(given.slip().isSettled()).isFalse();
        assertThat(given.slip().payableRials()).isEqualTo(RIALS);
        assertThat(given.slip().applicationId()).isEqualTo("file-1");
        assertThat(SlipPages.definition().found().apply(given.slip())).containsKey("toIssue");
        assertThat(FineDecisions.calculate(given.page(), DOCKET, 32, DEMANDED, NOW))
                .isInstanceOf(Verdict.Unchanged.class);
    }

    @Test
    void it_is_issued_once_under_a_bill_of_its_own() {
        GivenSlip given = issued();
        assertThat(given.types()).containsExactly("slip-calculated", "slip-issued");
        assertThat(given.slip().state()).isEqualTo(Slip.State.ISSUED);
        assertThat(given.slip().billId()).isEqualTo(BILL.value());
        assertThat(given.slip().parts()).extracting(Part::amountRials).containsExactly(RIALS);
        assertThat(SlipPages.definition().found().apply(given.slip())).doesNotContainKey("toIssue");
        Slip kept = Shape.json().readValue(Shape.json().writeValueAsString(given.slip()), Slip.class);
        assertThat(kept).isEqualTo(given.slip());
        assertThat(FineDecisions.issue(given.page(), BILL, POLICY, NOW)).isInstanceOf(Verdict.Unchanged.class);
    }

    @Test
    void it_is_paid_as_any_other_slip_and_says_so_when_all_of_it_is_confirmed() {
        GivenSlip given = issued();
        given.then(DECISIONS.arrange(given.page(), 2, NOW));
        given.hears(given.begins(1), State.PAID);
        assertThat(given.types()).contains("slip-settled").doesNotContain("slip-confirmed");
        given.hears(given.begins(2), State.PAID);
        assertThat(given.types()).endsWith("payment-confirmed", "slip-confirmed");
        assertThat(given.slip().confirmedRials()).isEqualTo(RIALS);
    }

    /** The word by which the bank had 500,000 rials of the whole fine back. */
    private static Word paidAndTakenBackInPart(GivenSlip given) {
        String order = given.begins(1);
        given.hears(order, State.PAID);
        Word less = new Word(order, State.PAID, RIALS, 500_000, "140400012345", NOW);
        given.then(ProviderWords.heard(given.page(), less, NOW));
        return less;
    }

    @Test
    void what_a_bank_takes_back_of_it_is_due_again_and_paid_as_a_part_of_its_own() {
        GivenSlip given = issued();
        Word less = paidAndTakenBackInPart(given);
        assertThat(given.types()).endsWith("slip-refunded");
        assertThat(given.slip().isSettled()).isFalse();
        assertThat(given.slip().parts()).extracting(Part::amountRials).containsExactly(RIALS, 500_000L);
        assertThat(ProviderWords.heard(given.page(), less, NOW)).isInstanceOf(Verdict.Unchanged.class);
        given.hears(given.begins(2), State.PAID);
        assertThat(given.types()).endsWith("payment-confirmed", "slip-settled", "slip-confirmed");
        assertThat(given.slip().confirmedRials()).isEqualTo(RIALS);
    }

    @Test
    void what_goes_by_and_by_is_due_again_once() {
        GivenSlip given = issued();
        given.hears(paidAndTakenBackInPart(given).orderId(), State.REFUNDED);
        assertThat(given.slip().confirmedRials()).isZero();
        assertThat(given.slip().parts().stream().skip(1).mapToLong(Part::amountRials))
                .containsExactly(500_000L, RIALS - 500_000);
        given.hears(given.begins(2), State.PAID).hears(given.begins(3), State.PAID);
        assertThat(given.types()).endsWith("slip-confirmed");
        assertThat(given.slip().confirmedRials()).isEqualTo(RIALS);
    }

    @Test
    void its_name_says_whose_it_is() {
        String request = "7f1c-22_ab-9";
        assertThat(Slip.applicationOf(SLIP)).isEqualTo("file-1");
        assertThat(Slip.applicationOf(Slip.idOfFine(request + ".00ff00ff"))).isEqualTo(request);
        assertThat(Slip.applicationOf(Slip.idOf(request, 41))).isEqualTo(request);
        assertThat(Slip.ofOrder(SLIP + "-1-2")).isEqualTo(SLIP);
        assertThat(Slip.ofOrder("file-1-41-i2-1")).isEqualTo("file-1-41");
    }

    @Test
    void files_do_not_read_fines_and_fines_read_nothing_of_a_docket_but_the_demand() {
        assertThat(new SlipsOfTheFile(null, null).pageOf(event(SLIP, "slip-issued", DEMANDED)))
                .isNull();
        assertThat(new SlipsOfTheFile(null, null).pageOf(event("file-1-41", "slip-issued", DEMANDED)))
                .isEqualTo("file-1");
        FinesOfDockets fines = new FinesOfDockets(null);
        Incoming opened = event(DOCKET, "docket-opened", DEMANDED);
        assertThat(fines.pageOf(opened)).isEqualTo(SLIP);
        assertThat(fines.matters(opened)).isFalse();
        assertThat(fines.apply(new Page<>(SLIP, 0, 0, Slip.blank(SLIP)), opened))
                .isInstanceOf(Verdict.Unchanged.class);
        assertThat(fines.matters(event(DOCKET, "fine-demanded", DEMANDED))).isTrue();
    }

    private static Incoming event(String aggregate, String type, Object data) {
        byte[] json = Shape.json().writeValueAsBytes(data);
        return new Incoming(Sources.DOCKETS, aggregate, 31, "e", type, NOW, null, json);
    }
}
