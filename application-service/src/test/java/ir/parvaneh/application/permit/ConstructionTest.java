package ir.parvaneh.application.permit;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.permit.ConstructionEvidence.CertificateIssued;
import ir.parvaneh.application.permit.ConstructionEvidence.CommissionRuling;
import ir.parvaneh.application.permit.ConstructionEvidence.ExtensionGranted;
import ir.parvaneh.application.permit.ConstructionEvidence.StartAnnouncement;
import ir.parvaneh.application.permit.ConstructionEvidence.SupervisorReplacement;
import ir.parvaneh.application.permit.PermitEvidence.PermitDraft;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.process.Actor;
import ir.parvaneh.process.Attempt;
import ir.parvaneh.process.ClockLedger;
import ir.parvaneh.process.Decision.Refused;
import ir.parvaneh.process.RefusalCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConstructionTest {

    @Test
    void a_building_is_reported_stage_by_stage_and_completed_by_its_certificate() {
        PermitStory story = new PermitStory().underConstruction().built("completion");
        assertThat(story.stage()).isEqualTo("construction-completed");
        story.hears("complete", new CertificateIssued("completion", LocalDate.of(2027, 3, 6)));
        assertThat(story.file.ended().outcome()).isEqualTo("completed");
    }

    @Test
    void works_are_announced_by_the_owner_and_notified_by_the_coordinating_supervisor() {
        PermitStory story = new PermitStory().toApproval().does("approve-permit");
        var stranger =
                story.attempt("announce-start").with(new StartAnnouncement("somebody", LocalDate.of(2025, 8, 2)));
        assertThat(story.refuses(stranger).guard()).isEqualTo("coordinator-supervises");
        story.does("announce-start");
        var other = Attempt.of(
                "notify-start",
                story.file.main().opening(),
                new Actor(story.file.assigned().get("supervisor-electrical"), Set.of("supervisor-coordinating")),
                story.now);
        assertThat(story.refuses(other.with(story.evidence("start-notice", 0))).code())
                .isEqualTo(RefusalCode.NOT_YOUR_ACTION);
        assertThat(story.does("notify-start").stage()).isEqualTo("under-construction");
    }

    @Test
    void a_coordinating_supervisor_who_stays_silent_is_replaced_by_another_of_the_four() {
        PermitStory story = new PermitStory().toApproval().does("approve-permit");
        assertThat(story.refuses(story.attempt("announce-again")).guard()).isEqualTo("start-notice-awaited");
        story.does("announce-start");
        var stranger =
                story.attempt("announce-again").with(new StartAnnouncement("somebody", LocalDate.of(2025, 8, 2)));
        assertThat(story.refuses(stranger).guard()).isEqualTo("coordinator-supervises");
        String another = story.file.assigned().get("supervisor-electrical");
        story.accepts(story.attempt("announce-again").with(new StartAnnouncement(another, LocalDate.of(2025, 8, 2))));
        assertThat(story.stage()).isEqualTo("start-awaited");
        assertThat(story.file.assigned()).containsEntry("supervisor-coordinating", another);
        assertThat(story.does("notify-start").stage()).isEqualTo("under-construction");
    }

    @Test
    void a_stage_is_reported_by_all_four_disciplines_and_not_before_the_one_under_it() {
        PermitStory story = new PermitStory().underConstruction();
        assertThat(story.refuses(story.attempt("report-frame")).guard()).isEqualTo("foundation-reported");
        story.does("report-demolition", "report-excavation", "report-foundation");
        var three = story.attempt("report-frame");
        assertThat(story.refuses(three.signed(three.signedBy().subList(0, 3))).code())
                .isEqualTo(RefusalCode.SIGNATURES_OUT_OF_ORDER);
        assertThat(story.does("report-frame", "report-frame").stage()).isEqualTo("under-construction");
    }

    @Test
    void a_violation_stops_the_works_until_its_docket_is_closed_by_an_executed_ruling() {
        PermitStory story = new PermitStory().underConstruction().does("report-demolition", "report-civil-violation");
        assertThat(story.stage()).isEqualTo("stop-work");
        story.does("refer-to-article-100");
        var open = new CommissionRuling("100-1", "fine", LocalDate.of(2025, 10, 6), null, 5L, null);
        assertThat(story.refuses(story.attempt("close-docket").with(open)).guard())
                .isEqualTo("ruling-closed");
        assertThat(story.does("close-docket").stage()).isEqualTo("under-construction");
    }

    @Test
    void the_promise_is_kept_by_the_issue_and_does_not_move_while_the_owner_builds() {
        PermitStory story = new PermitStory().toApproval().does("approve-permit");
        var promised = ClockLedger.promisedAt(story.table, story.file, story.now, PermitStory.CALENDAR);
        story.after(300).does("announce-start").after(40);
        assertThat(ClockLedger.promisedAt(story.table, story.file, story.now, PermitStory.CALENDAR))
                .isEqualTo(promised);
    }

    @Test
    void a_permit_that_expires_is_controlled_and_what_is_built_then_counts_as_built_without_one() {
        PermitStory story = new PermitStory()
                .underConstruction()
                .does("report-demolition")
                .after(530)
                .late("under-construction");
        assertThat(story.stage()).isEqualTo("expiry-control");
        story.does("record-works-after-expiry");
        assertThat(story.stage()).isEqualTo("stop-work");
    }

    @Test
    void an_expired_permit_is_renewed_to_where_it_stood_or_lapses() {
        var renewed = new ExtensionGranted(12, LocalDate.of(2028, 6, 1), 1);
        PermitStory story = new PermitStory().underConstruction().after(530).late("under-construction");
        story.does("confirm-site-closed").hears("renew", renewed);
        assertThat(story.stage()).isEqualTo("under-construction");
        assertThat(story.file.main().dueAt()).isEqualTo(Tehran.endOf(renewed.validUntil()));

        PermitStory lapsing =
                new PermitStory().toApproval().does("approve-permit").after(530).late("permit-issued");
        lapsing.does("confirm-site-closed").after(300).late("expired");
        assertThat(lapsing.file.ended().outcome()).isEqualTo("permit-lapsed");
    }

    @Test
    void an_extension_moves_the_end_of_validity_and_nothing_else() {
        PermitStory story = new PermitStory().underConstruction().does("report-demolition");
        var before = story.file.main().dueAt();
        story.hears("extend", new ExtensionGranted(12, LocalDate.of(2029, 1, 1), 1));
        assertThat(story.file.main().dueAt()).isAfter(before);
        assertThat(story.does("report-excavation").file.main().dueAt())
                .isEqualTo(Tehran.endOf(LocalDate.of(2029, 1, 1)));
    }

    @Test
    void works_are_on_hold_until_another_supervisor_follows() {
        PermitStory story = new PermitStory().underConstruction().hears("hold-works", null);
        assertThat(story.stage()).isEqualTo("works-on-hold");
        story.hears("end-the-hold", new SupervisorReplacement("civil", "engineer-99"));
        assertThat(story.file.assigned()).containsEntry("supervisor-civil", "engineer-99");
        assertThat(story.does("report-demolition").stage()).isEqualTo("under-construction");
    }

    @Test
    void works_are_on_hold_as_well_when_the_supervisor_left_in_silence() {
        PermitStory story = new PermitStory().underConstruction().hears("hold-works-unreported", null);
        assertThat(story.stage()).isEqualTo("works-on-hold");
        story.hears("end-the-hold", new SupervisorReplacement("civil", "engineer-99"));
        assertThat(story.stage()).isEqualTo("under-construction");
    }

    @Test
    void a_permit_is_drafted_for_no_more_than_was_planned_and_paid_for() {
        PermitStory story = new PermitStory().toDesign().throughDesign();
        story.does("assess-fees", "settle-fees", "confirm-settlement");
        PermitDraft plain = (PermitDraft) story.evidence("permit-draft", 0);
        for (PermitDraft more : List.of(
                new PermitDraft(plain.storeys(), plain.units(), 2_300, plain.usage(), 24, plain.form()),
                new PermitDraft(plain.storeys() + 1, plain.units(), 1_150, plain.usage(), 24, plain.form()),
                new PermitDraft(plain.storeys(), plain.units() + 1, 1_150, plain.usage(), 24, plain.form()),
                new PermitDraft(plain.storeys(), plain.units(), 1_150, "commercial", 24, plain.form()))) {
            assertThat(story.refuses(story.attempt("draft-permit").with(more)).guard())
                    .isEqualTo("draft-as-planned");
        }
        assertThat(story.does("draft-permit").stage()).isEqualTo("district-approval");
    }

    @Test
    void an_extension_is_taken_wherever_the_permit_is_valid() {
        ExtensionGranted granted = new ExtensionGranted(12, LocalDate.of(2029, 1, 1), 1);
        PermitStory awaiting = new PermitStory().toApproval().does("approve-permit", "announce-start");
        assertThat(awaiting.hears("extend-awaiting-start", granted).stage()).isEqualTo("start-awaited");
        PermitStory held = new PermitStory().underConstruction().hears("hold-works", null);
        assertThat(held.hears("extend-on-hold", granted).stage()).isEqualTo("works-on-hold");
    }

    @Test
    void an_amendment_goes_through_the_district_again_and_works_resume_after_it() {
        PermitStory story = new PermitStory().underConstruction().does("report-demolition", "request-amendment");
        assertThat(story.does("pass-amendment-scans").stage()).isEqualTo("status-control");
        story.does("confirm-status", "issue-amended-plan-order", "appoint-designer", "submit-plans");
        story.does("take-plans", "pass-plans", "approve-plans");
        story.does("confirm-fees-unchanged", "confirm-settlement", "draft-permit", "approve-permit");
        assertThat(story.refuses(story.attempt("announce-start")).guard()).isEqualTo("works-not-started");
        assertThat(story.does("resume-works", "report-excavation").stage()).isEqualTo("under-construction");
    }

    @Test
    void an_issued_permit_is_not_withdrawn() {
        PermitStory story = new PermitStory().toApproval().does("approve-permit");
        assertThat(story.refuses(story.attempt("withdraw")).guard()).isEqualTo("not-issued-yet");
    }

    @Test
    void nobody_speaks_for_another_application() {
        PermitStory story = new PermitStory().underConstruction().built("completion");
        var forged = Attempt.of("complete", story.file.main().opening(), Actor.of("owner", "citizen"), story.now)
                .with(story.evidence("certificate-issued", 0));
        assertThat(((Refused) story.tries(forged)).code()).isEqualTo(RefusalCode.NOT_YOUR_ACTION);
    }
}
