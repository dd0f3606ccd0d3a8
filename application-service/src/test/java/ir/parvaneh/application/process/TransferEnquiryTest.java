package ir.parvaneh.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.permit.CertificatesHeld;
import ir.parvaneh.application.permit.PermitMoney;
import ir.parvaneh.application.transfer.TransferEvidence.CertifiedReply;
import ir.parvaneh.application.transfer.TransferEvidence.DebtSnapshot;
import ir.parvaneh.application.transfer.TransferEvidence.EnquiryDeclaration;
import ir.parvaneh.application.transfer.TransferEvidence.EnquiryRequest;
import ir.parvaneh.application.transfer.TransferProcess;
import ir.parvaneh.chassis.store.Sha256;
import ir.parvaneh.iran.Tehran;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransferEnquiryTest {

    private static final CertificatesHeld NONE = new CertificatesHeld(List.of());
    private static final String SERIAL = "06-1404-000012-03";

    @Test
    void an_enquiry_without_access_waits_for_the_owner_and_is_abandoned_in_the_end() {
        Story story = Story.of("transfer-enquiry").does("submit", "record-no-access");
        assertThat(story.refuses(story.attempt("hand-back-without-access")).guard())
                .isEqualTo("visit-rounds-spent");
        story.does("record-no-access");
        assertThat(story.refuses(story.attempt("record-no-access")).guard()).isEqualTo("visit-rounds-left");
        story.does("hand-back-without-access", "offer-access", "hand-back-without-access");
        assertThat(story.after(61).late("access-awaited").outcome()).isEqualTo("abandoned");
    }

    @Test
    void a_reply_on_the_certificate_says_what_it_stands_on() {
        Story story = Story.of("transfer-enquiry").does("submit-on-declaration");
        CertifiedReply due = due(story);
        String declared =
                "{\"certificateSerial\":\"06-1404-000012-03\",\"consent\":true,\"purpose\":\"transfer\",\"unchangedDeclared\":true}";
        assertThat(due.basedOnCertificate()).isEqualTo(SERIAL);
        assertThat(due.selfDeclarationHash()).isEqualTo(HexFormat.of().formatHex(Sha256.of(declared)));
        assertThat(due.debts()).isEqualTo(new DebtSnapshot(945_000_000, 945_000_000, 0));
        story.does("reply-on-certificate");
        assertThat(story.outcome()).isEqualTo("answered");
    }

    @Test
    void nobody_declares_on_a_certificate_that_is_not_the_last_one_that_holds() {
        Story story = Story.of("transfer-enquiry");
        var older = new EnquiryDeclaration(true, "transfer", true, "06-1404-000013-01");
        var changed = new EnquiryDeclaration(true, "transfer", false, SERIAL);
        var attempt = story.attempt("submit-on-declaration");
        assertThat(story.refuses(attempt.with(older)).guard()).isEqualTo("declared-on-the-last-certificate");
        assertThat(story.refuses(attempt.with(changed)).guard()).isEqualTo("declared-unchanged");
        story.learns(held(SERIAL, "permit", LocalDate.of(2025, 9, 1), null));
        assertThat(story.refuses(attempt).guard()).isEqualTo("declared-on-the-last-certificate");
        story.learns(held(SERIAL, "completion", LocalDate.of(2008, 3, 18), null));
        assertThat(story.refuses(attempt).guard()).isEqualTo("declared-on-the-last-certificate");
    }

    @Test
    void a_certificate_that_was_revoked_or_ran_out_after_the_declaration_carries_no_reply() {
        Story story = Story.of("transfer-enquiry").does("submit-on-declaration").learns(NONE);
        var reply = story.attempt("reply-on-certificate").with(due(story));
        assertThat(story.refuses(reply).guard()).isEqualTo("stands-on-the-declared-certificate");
        story.learns(held(
                SERIAL,
                "no-violation",
                LocalDate.of(2025, 9, 1),
                due(story).repliedOn().minusDays(1)));
        assertThat(story.refuses(reply).guard()).isEqualTo("stands-on-the-declared-certificate");
        assertThat(story.does("ask-for-visit").stage()).isEqualTo("inspection-scheduled");
    }

    @Test
    void neither_hash_nor_debts_can_be_typed() {
        Story story = Story.of("transfer-enquiry").does("submit-on-declaration");
        CertifiedReply due = due(story);
        var other = reply(due, "0".repeat(64), due.debts());
        assertThat(story.refuses(story.attempt("reply-on-certificate").with(other))
                        .guard())
                .isEqualTo("declaration-as-made");
        var free = reply(due, due.selfDeclarationHash(), null);
        assertThat(story.refuses(story.attempt("reply-on-certificate").with(free))
                        .guard())
                .isEqualTo("debts-as-known");
    }

    @Test
    void what_is_paid_while_the_enquiry_runs_is_in_its_reply() {
        PermitMoney money = (PermitMoney) Story.example(PermitMoney.KIND, 0);
        var owing = new PermitMoney(
                money.districtNo(),
                money.usage(),
                money.plotAreaM2(),
                money.grossAreaM2(),
                money.storeys(),
                money.units(),
                money.assessedOn(),
                money.tariffVersion(),
                money.items(),
                money.assessedRials(),
                400_000_000);
        Story story = visited().learns(owing);
        assertThat(due(story).debts().outstandingRials()).isEqualTo(545_000_000);
        story.learns(money).does("reply");
        assertThat(story.outcome()).isEqualTo("answered");
    }

    @Test
    void a_reply_for_a_mortgage_is_none_for_a_transfer_and_holds_for_so_long() {
        Story story = Story.of("transfer-enquiry");
        story.accepts(story.attempt("submit").with(new EnquiryRequest(true, "mortgage", false)));
        story.does("record-visit", "submit-inspection-report", "approve-inspection");
        DebtSnapshot debts = due(story).debts();
        LocalDate today = Tehran.dateOf(story.now);
        var transfer = new CertifiedReply("transfer", "inspection", null, null, today, today.plusDays(30), debts);
        assertThat(story.refuses(story.attempt("reply").with(transfer)).guard()).isEqualTo("certified-for-the-purpose");
        var endless = new CertifiedReply("mortgage", "inspection", null, null, today, today.plusDays(91), debts);
        assertThat(story.refuses(story.attempt("reply").with(endless)).guard()).isEqualTo("certified-within-validity");
        var borrowed = new CertifiedReply("mortgage", "inspection", SERIAL, null, today, today.plusDays(90), debts);
        assertThat(story.refuses(story.attempt("reply").with(borrowed)).guard()).isEqualTo("stands-on-the-visit");
        var backdated =
                new CertifiedReply("mortgage", "inspection", null, null, today.minusDays(1), today.plusDays(80), debts);
        assertThat(story.refuses(story.attempt("reply").with(backdated)).guard())
                .isEqualTo("replied-today");
        story.does("reply");
        assertThat(story.outcome()).isEqualTo("answered");
    }

    private static Story visited() {
        return Story.of("transfer-enquiry")
                .does("submit", "record-visit", "submit-inspection-report", "approve-inspection");
    }

    private static CertifiedReply due(Story story) {
        return TransferProcess.replyDue(story.file, Tehran.dateOf(story.now)).orElseThrow();
    }

    private static CertifiedReply reply(CertifiedReply due, String hash, DebtSnapshot debts) {
        return new CertifiedReply(
                due.purpose(), due.basis(), due.basedOnCertificate(), hash, due.repliedOn(), due.validUntil(), debts);
    }

    private static CertificatesHeld held(String serial, String kind, LocalDate issuedOn, LocalDate validUntil) {
        return new CertificatesHeld(List.of(new CertificatesHeld.Held(serial, kind, issuedOn, validUntil)));
    }
}
