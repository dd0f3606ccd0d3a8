package ir.parvaneh.application.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.Reason;
import ir.parvaneh.iran.Tehran;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevokingTest {

    private static final Reason REASON = new Reason("forged-deed", "the deed was forged");

    private static Verdict<Certificate> revoke(Certificate certificate, int district, Reason reason) {
        Caller deputy = new Caller("deputy-1", Set.of(Revoking.DEPUTY), null, district, null);
        return Revoking.revoke(
                new Page<>("serial", 1, 1, certificate), deputy, Optional.empty(), reason, GivenCertificate.ISSUED);
    }

    private static String code(Verdict<Certificate> verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        Refusal refusal = ((Verdict.Refused<Certificate>) verdict).refusal();
        return refusal.code();
    }

    @Test
    void the_deputy_of_its_district_takes_a_paper_back_and_it_never_holds_again() {
        var taken = (Verdict.Changed<Certificate>) revoke(GivenCertificate.permit(1), 7, REASON);
        assertThat(taken.events()).extracting(event -> event.type()).containsExactly("certificate-revoked");
        assertThat(taken.body().standing(GivenCertificate.ISSUED)).isEqualTo(Standing.REVOKED);
        assertThat(taken.body().standing(GivenCertificate.ISSUED.plus(Duration.ofDays(4000))))
                .isEqualTo(Standing.REVOKED);
        assertThat(code(revoke(taken.body(), 7, REASON))).isEqualTo("already-revoked");
    }

    @Test
    void to_another_district_and_before_it_was_issued_there_is_no_such_paper() {
        assertThat(code(revoke(GivenCertificate.permit(1), 8, REASON))).isEqualTo("not-found");
        assertThat(code(revoke(Certificate.none(), 7, REASON))).isEqualTo("not-found");
    }

    @Test
    void a_reason_is_a_code_and_a_text_without_personal_data() {
        Certificate permit = GivenCertificate.permit(1);
        assertThat(code(revoke(permit, 7, new Reason("Forged Deed", "text")))).isEqualTo("reasons-required");
        assertThat(code(revoke(permit, 7, new Reason("forged-deed", "x".repeat(501)))))
                .isEqualTo("reasons-required");
        assertThat(code(revoke(permit, 7, new Reason("forged-deed", "by 0012345679"))))
                .isEqualTo("personal-data-in-text");
    }

    @Test
    void a_paper_holds_until_the_last_second_of_its_last_day_in_tehran() {
        Certificate permit = GivenCertificate.permit(1);
        var last = Tehran.endOf(permit.validUntil());
        assertThat(permit.standing(last)).isEqualTo(Standing.VALID);
        assertThat(permit.standing(last.plusSeconds(1))).isEqualTo(Standing.EXPIRED);
    }
}
