package ir.parvaneh.application.permit;

import static ir.parvaneh.application.permit.PermitStory.fees;
import static ir.parvaneh.application.permit.PermitStory.plansOf;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.permit.PermitEvidence.Payment;
import ir.parvaneh.application.permit.PermitEvidence.StatusFindings;
import ir.parvaneh.application.permit.PermitEvidence.SupervisorReferral;
import ir.parvaneh.process.Actor;
import ir.parvaneh.process.Attempt;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermitJourneyTest {

    @Test
    void a_file_within_the_rules_goes_from_draft_to_the_issued_permit_with_one_visit_by_the_citizen() {
        PermitStory story = new PermitStory().toApproval().does("approve-permit");
        assertThat(story.stage()).isEqualTo("permit-issued");
        assertThat(story.file.visits()).extracting(ProcessFile.Visit::place).containsExactly("office");
    }

    @ParameterizedTest
    @CsvSource({
        "confirm-status,0,plan-order,",
        "confirm-with-enquiries,1,reviews-running,enquiries",
        "confirm-in-buffer-zone,2,reviews-running,buffer-enquiry enquiries",
        "confirm-beyond-rules,3,reviews-running,enquiries exception",
        "confirm-in-buffer-zone-beyond-rules,4,reviews-running,buffer-enquiry enquiries exception"
    })
    void what_the_findings_say_decides_which_confirmation_fits(
            String action, int example, String stage, String tracks) {
        PermitStory story = new PermitStory().toStatusControl();
        for (int other = 0; other < 5; other++) {
            if (other != example) {
                var misfit = story.attempt(action).with(story.evidence("status-findings", other));
                assertThat(story.refuses(misfit).code()).isEqualTo(RefusalCode.GUARD_REFUSED);
            }
        }
        story.accepts(story.attempt(action).with(story.evidence("status-findings", example)));
        assertThat(story.stage()).isEqualTo(stage);
        assertThat(String.join(" ", story.file.tracks().keySet())).isEqualTo(tracks == null ? "" : tracks);
    }

    @ParameterizedTest
    @CsvSource({
        "false,false,false,true,renovation-levy-current", "true,true,false,true,no-seizure",
        "true,false,true,true,no-open-demolition-order", "true,false,false,false,alignment-done"
    })
    void a_debt_a_seizure_an_order_or_a_missing_alignment_stops_the_file(
            boolean levy, boolean seized, boolean order, boolean aligned, String guard) {
        PermitStory story = new PermitStory().toStatusControl();
        StatusFindings findings = new StatusFindings(levy, seized, order, aligned, false, false, false);
        assertThat(story.refuses(story.attempt("confirm-status").with(findings)).guard())
                .isEqualTo(guard);
    }

    @Test
    void the_silence_of_a_buffer_zone_is_consent_after_two_months() {
        PermitStory story = inBufferZone().does("answer-enquiry").after(61).late("buffer-enquiry-sent");
        assertThat(story.stage()).isEqualTo("plan-order");
    }

    @Test
    void an_agency_that_objects_stops_the_plan_order_until_the_status_is_controlled_anew() {
        PermitStory story = inBufferZone().does("answer-enquiry");
        story.accepts(story.attempt("answer-buffer-enquiry").with(story.evidence("buffer-answer", 2)));
        assertThat(story.refuses(story.attempt("issue-plan-order")).guard()).isEqualTo("enquiries-closed");
        story.does("return-to-status-control", "confirm-status", "issue-plan-order");
        assertThat(story.stage()).isEqualTo("design");
    }

    @Test
    void beyond_the_rules_the_mayor_signs_too() {
        PermitStory story = new PermitStory().toStatusControl();
        story.accepts(story.attempt("confirm-beyond-rules").with(story.evidence("status-findings", 3)));
        story.does("answer-enquiry", "grant-exception", "issue-plan-order").throughDesign();
        story.does("assess-fees", "settle-fees", "confirm-settlement", "draft-permit");
        assertThat(story.refuses(story.attempt("approve-permit")).guard()).isEqualTo("no-exception");
        assertThat(story.does("approve-exceptional-permit").stage()).isEqualTo("permit-issued");
    }

    @Test
    void a_refused_exception_rejects_the_file_and_the_owner_may_appeal() {
        PermitStory story = new PermitStory().toStatusControl();
        story.accepts(story.attempt("confirm-beyond-rules").with(story.evidence("status-findings", 3)));
        story.does("refuse-exception");
        assertThat(story.stage()).isEqualTo("rejected");
        assertThat(story.file.tracks()).isEmpty();
        assertThat(story.does("appeal", "reopen").stage()).isEqualTo("status-control");
    }

    @Test
    void a_rejection_is_in_writing_and_stands_when_nobody_appeals() {
        PermitStory story = new PermitStory().toStatusControl();
        var mute = story.attempt("reject").because();
        assertThat(story.refuses(mute).code()).isEqualTo(RefusalCode.REASONS_REQUIRED);
        story.does("reject").after(31).late("rejected");
        assertThat(story.file.ended().outcome()).isEqualTo("rejected-finally");
    }

    @Test
    void large_plans_go_to_the_engineering_organisation() {
        PermitStory story = new PermitStory().toDesign().does("appoint-designer");
        story.accepts(story.attempt("submit-plans").with(plansOf(2000.5, 1))).does("take-plans");
        assertThat(story.refuses(story.attempt("pass-plans")).guard()).isEqualTo("within-office-area");
        story.does("pass-large-plans", "approve-large-plans");
        assertThat(story.file.tracks().keySet()).containsExactly("supervisors");
    }

    @Test
    void after_three_rounds_of_correction_a_joint_meeting_is_held() {
        PermitStory story = new PermitStory().toDesign().does("appoint-designer", "submit-plans", "take-plans");
        assertThat(story.refuses(story.attempt("call-joint-meeting")).guard()).isEqualTo("correction-rounds-spent");
        for (int round = 0; round < 3; round++) {
            story.does("list-plan-defects", "correct-plans", "take-plans");
        }
        assertThat(story.refuses(story.attempt("list-plan-defects")).guard()).isEqualTo("correction-rounds-left");
        story.does("call-joint-meeting", "record-joint-meeting", "correct-plans", "take-plans", "pass-plans");
    }

    @Test
    void corrected_plans_are_a_new_version() {
        PermitStory story = new PermitStory().toDesign().does("appoint-designer", "submit-plans", "take-plans");
        story.does("list-plan-defects");
        var again = story.attempt("correct-plans").with(plansOf(900, 1));
        assertThat(story.refuses(again).guard()).isEqualTo("new-plans-version");
    }

    @Test
    void four_different_supervisors_accept_or_one_declines_and_the_referral_begins_anew() {
        PermitStory story = new PermitStory().toDesign();
        var twice = story.attempt("refer-supervisors").with(new SupervisorReferral("a", "b", "c", "a", null));
        assertThat(story.refuses(twice).guard()).isEqualTo("supervisors-differ");
        story.does("refer-supervisors", "decline-electrical-supervision");
        assertThat(story.file.tracks().get("supervisors").stage()).isEqualTo("supervisor-referral");
        story.does("refer-supervisors", "accept-supervision");
    }

    @Test
    void a_slip_expires_fees_are_disputed_and_only_a_settled_slip_settles_them() {
        PermitStory story = new PermitStory().toDesign().throughDesign();
        story.does("assess-fees").after(31).late("fees-issued").does("assess-fees", "object-to-fees", "uphold-fees");
        story.after(31).late("fees-issued");
        var invented = story.attempt("assess-fees").with(fees(700));
        assertThat(story.refuses(invented).guard()).isEqualTo("by-the-tariff");
        story.does("assess-fees").pays(false);
        assertThat(story.refuses(story.attempt("settle-fees")).guard()).isEqualTo("slips-settled");
        story.pays(true);
        var stated = story.attempt("settle-fees").with(new Payment("slip-1", 700, "ref-1"));
        assertThat(story.refuses(stated).guard()).isEqualTo("slips-settled");
        story.accepts(story.attempt("settle-fees"));
        assertThat(story.stage()).isEqualTo("fees-settled");
    }

    @Test
    void whoever_assessed_the_fees_does_not_confirm_their_payment() {
        PermitStory story = new PermitStory().toDesign().throughDesign().does("assess-fees", "settle-fees");
        var same = story.attempt("confirm-settlement");
        var assessor = new Attempt(
                same.action(),
                same.opening(),
                Actor.of("the-district-income-expert", "district-income-expert"),
                null,
                null,
                null,
                story.now);
        assertThat(story.refuses(assessor).code()).isEqualTo(RefusalCode.SEPARATION_OF_DUTIES);
    }

    @Test
    void a_payment_refused_is_no_payment() {
        PermitStory story = new PermitStory().toDesign().throughDesign().does("assess-fees", "settle-fees");
        story.does("refuse-settlement").after(31).late("fees-issued");
        assertThat(story.refuses(story.attempt("confirm-fees-unchanged")).guard())
                .isEqualTo("fees-already-paid");
    }

    @Test
    void what_was_paid_and_confirmed_is_not_asked_for_twice() {
        PermitStory story = new PermitStory().toApproval().does("return-to-plan-control");
        assertThat(story.file.tracks().get("plans").stage()).isEqualTo("plan-control");
        story.does("pass-plans", "approve-plans", "confirm-fees-unchanged", "confirm-settlement", "draft-permit");
        assertThat(story.does("approve-permit").stage()).isEqualTo("permit-issued");
    }

    @Test
    void the_inspector_does_not_approve_his_own_report() {
        PermitStory story = new PermitStory()
                .does(
                        "submit",
                        "take-up",
                        "pass-scans",
                        "confirm-ownership",
                        "record-office-fee",
                        "record-visit",
                        "submit-inspection-report");
        var own = new Attempt(
                "approve-inspection",
                story.file.main().opening(),
                Actor.of("the-office-inspector", "office-head"),
                null,
                null,
                null,
                story.now);
        assertThat(story.refuses(own).code()).isEqualTo(RefusalCode.SEPARATION_OF_DUTIES);
    }

    @Test
    void every_return_of_the_office_and_the_district_leads_back() {
        PermitStory story = new PermitStory()
                .does(
                        "submit",
                        "take-up",
                        "report-deficiency",
                        "supply-documents",
                        "pass-scans",
                        "confirm-ownership",
                        "record-office-fee",
                        "record-no-access",
                        "record-visit",
                        "submit-inspection-report",
                        "return-inspection",
                        "submit-inspection-report",
                        "order-reinspection");
        assertThat(story.refuses(story.attempt("record-no-access")).guard()).isEqualTo("visit-rounds-left");
        story.does(
                "hand-back-without-access",
                "offer-access",
                "record-visit",
                "submit-inspection-report",
                "approve-inspection",
                "return-for-documents");
        assertThat(story.stage()).isEqualTo("documents-deficient");
    }

    @ParameterizedTest
    @CsvSource({"draft,31", "documents-deficient,61", "designer-awaited,45", "drawing,140"})
    void a_file_its_owner_or_designer_leaves_alone_is_abandoned(String stage, int days) {
        PermitStory story = new PermitStory();
        switch (stage) {
            case "documents-deficient" -> story.does("submit", "take-up", "report-deficiency");
            case "designer-awaited" -> story.toDesign();
            case "drawing" -> story.toDesign().does("appoint-designer");
            default -> assertThat(stage).isEqualTo("draft");
        }
        assertThat(story.after(days).late(stage).file.ended().outcome()).isEqualTo("abandoned");
    }

    @Test
    void a_file_is_withdrawn_wherever_it_stands() {
        assertThat(new PermitStory().does("withdraw").file.ended().outcome()).isEqualTo("withdrawn");
        assertThat(new PermitStory().toDesign().does("withdraw").file.open()).isEmpty();
        assertThat(new PermitStory().toApproval().does("withdraw").file.hasEnded())
                .isTrue();
    }

    private static PermitStory inBufferZone() {
        PermitStory story = new PermitStory().toStatusControl();
        return story.accepts(story.attempt("confirm-in-buffer-zone").with(story.evidence("status-findings", 2)));
    }
}
