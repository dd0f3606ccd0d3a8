package ir.parvaneh.application.permit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An amendment never ends the permit it was asked for. */
class AmendmentTest {

    @Test
    void a_rejected_amendment_leaves_the_permit_issued_and_works_resume() {
        PermitStory story = amending();
        assertThat(story.refuses(story.attempt("reject")).guard()).isEqualTo("not-issued-yet");
        assertThat(story.does("reject-amendment").stage()).isEqualTo("permit-issued");
        assertThat(story.does("resume-works", "report-excavation").stage()).isEqualTo("under-construction");
        story.does("request-amendment", "pass-amendment-scans", "confirm-status");
        assertThat(story.refuses(story.attempt("reject")).guard()).isEqualTo("not-issued-yet");
        assertThat(story.does("reject-amendment").stage()).isEqualTo("permit-issued");
    }

    @Test
    void a_refused_exception_ends_the_amendment_and_not_the_permit() {
        PermitStory story = amending();
        story.accepts(story.attempt("confirm-beyond-rules").with(story.evidence("status-findings", 3)));
        assertThat(story.refuses(story.attempt("refuse-exception")).guard()).isEqualTo("not-issued-yet");
        assertThat(story.does("refuse-amendment-exception").stage()).isEqualTo("permit-issued");
        assertThat(story.file.tracks()).isEmpty();
    }

    @Test
    void the_owner_withdraws_an_amendment_and_keeps_his_permit_and_his_supervisors() {
        PermitStory story = amending();
        assertThat(story.refuses(story.attempt("withdraw")).guard()).isEqualTo("not-issued-yet");
        assertThat(story.does("withdraw-amendment").stage()).isEqualTo("permit-issued");
        var supervisors = story.file.assigned();
        story.does("request-amendment", "pass-amendment-scans", "confirm-status", "issue-amended-plan-order");
        story.does("withdraw-ordered-amendment", "restore-plan-order");
        assertThat(story.stage()).isEqualTo("permit-issued");
        assertThat(story.file.tracks()).isEmpty();
        assertThat(story.file.assigned()).isEqualTo(supervisors);
    }

    @Test
    void an_amended_plan_order_does_not_outlive_its_amendment() {
        PermitStory story = amending();
        assertThat(story.refuses(story.attempt("withdraw-ordered-amendment")).guard())
                .isEqualTo("plan-order-amended");
        story.does("confirm-status", "issue-amended-plan-order");
        assertThat(story.refuses(story.attempt("withdraw-amendment")).guard()).isEqualTo("plan-order-as-approved");
        story.does("withdraw-ordered-amendment");
        assertThat(story.refuses(story.attempt("withdraw-ordered-amendment")).guard())
                .isEqualTo("amendment-running");
        story.does("restore-plan-order", "request-amendment", "withdraw-amendment");
        assertThat(story.stage()).isEqualTo("permit-issued");
    }

    @Test
    void only_an_amendment_is_withdrawn_as_one() {
        PermitStory first = new PermitStory().toStatusControl();
        assertThat(first.refuses(first.attempt("withdraw-amendment")).guard()).isEqualTo("amendment-running");
        assertThat(first.refuses(first.attempt("reject-amendment")).guard()).isEqualTo("issued-before");
        assertThat(first.refuses(first.attempt("return-amendment-for-documents"))
                        .guard())
                .isEqualTo("issued-before");
        PermitStory stopped = new PermitStory().underConstruction().does("report-civil-violation");
        assertThat(stopped.refuses(stopped.attempt("withdraw-amendment")).guard())
                .isEqualTo("amendment-running");
    }

    @Test
    void a_draft_that_awaits_approval_is_approved_or_drafted_anew_and_never_left_on_the_file() {
        PermitStory story = drawn().does("approve-plans", "confirm-fees-unchanged", "confirm-settlement");
        story.does("draft-permit");
        assertThat(story.refuses(story.attempt("withdraw-amendment")).guard()).isEqualTo("no-draft-unapproved");
        assertThat(story.refuses(story.attempt("return-to-plan-order")).guard()).isEqualTo("not-issued-yet");
        assertThat(story.does("return-draft", "draft-permit", "approve-permit").stage())
                .isEqualTo("permit-issued");
    }

    @ParameterizedTest
    @CsvSource({
        "amendment-deficient,61,permit-issued",
        "amendment-designer-awaited,45,former-order-due",
        "amendment-drawing,140,former-order-due"
    })
    void an_amendment_that_is_left_alone_lapses_and_the_permit_stays(String stage, int days, String back) {
        PermitStory story = amending();
        switch (stage) {
            case "amendment-designer-awaited" -> story.does("confirm-status", "issue-amended-plan-order");
            case "amendment-drawing" -> story.does("confirm-status", "issue-amended-plan-order", "appoint-designer");
            default -> story.does("return-amendment-for-documents");
        }
        assertThat(story.after(days).late(stage).stage()).isEqualTo(back);
        if (back.equals("former-order-due")) {
            story.does("restore-plan-order");
        }
        assertThat(story.does("resume-works").stage()).isEqualTo("under-construction");
    }

    @Test
    void a_permit_that_expired_while_its_amendment_ran_is_controlled_when_the_amendment_ends() {
        PermitStory story = amending().after(540).does("withdraw-amendment").late("permit-issued");
        assertThat(story.stage()).isEqualTo("expiry-control");
    }

    @Test
    void missing_documents_of_an_amendment_go_back_to_the_district_without_another_inspection() {
        PermitStory story = amending();
        assertThat(story.refuses(story.attempt("return-amendment-for-documents"))
                        .guard())
                .isEqualTo("papers-asked-for");
        assertThat(story.refuses(story.attempt("return-for-documents")).guard()).isEqualTo("not-issued-yet");
        story.does("return-amendment-for-documents", "supply-documents");
        assertThat(story.stage()).isEqualTo("amendment-scan-check");
        assertThat(story.does("pass-amendment-scans").stage()).isEqualTo("status-control");
    }

    @Test
    void the_office_looks_at_what_is_brought_for_an_amendment_before_the_district_does() {
        PermitStory story = new PermitStory().underConstruction().does("request-amendment");
        assertThat(story.stage()).isEqualTo("amendment-scan-check");
        assertThat(story.does("report-amendment-deficiency").stage()).isEqualTo("amendment-deficient");
        assertThat(story.does("supply-documents", "pass-amendment-scans").stage())
                .isEqualTo("status-control");
    }

    private static PermitStory amending() {
        return new PermitStory()
                .underConstruction()
                .does("report-demolition", "request-amendment", "pass-amendment-scans");
    }

    private static PermitStory drawn() {
        return amending()
                .does("confirm-status", "issue-amended-plan-order", "appoint-designer")
                .does("submit-plans", "take-plans", "pass-plans");
    }
}
