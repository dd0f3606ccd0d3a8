package ir.parvaneh.application.permit;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.PermitEvidence.PermitDraft;
import ir.parvaneh.application.permit.PermitEvidence.Plans;
import ir.parvaneh.process.Decision.Accepted;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.Judge;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an amendment brought and nobody approved does not stand as the permit's. */
class ApprovedPermitTest {

    @Test
    void a_permit_keeps_what_it_was_approved_on() {
        PermitStory story = new PermitStory().toApproval();
        assertThat(ApprovedPermit.learnedBy(story.file)).isEmpty();
        story.does("approve-permit");
        assertThat(learns(story))
                .containsExactly(new ApprovedPermit(assessment(story), plans(story), null, draft(story)));
        assertThat(ApprovedPermit.learnedBy(story.file)).isEmpty();
    }

    @Test
    void a_withdrawn_amendment_takes_its_plans_and_its_levies_with_it() {
        PermitStory story = new PermitStory().toApproval().does("approve-permit");
        learns(story);
        FeeAssessment approved = assessment(story);
        Plans drawn = plans(story);
        amendedTo(story, 900);
        assertThat(assessment(story)).isNotEqualTo(approved);
        assertThat(Construction.isBeingAmended(story.file)).isTrue();
        assertThat(story.does("withdraw-ordered-amendment", "restore-plan-order")
                        .stage())
                .isEqualTo("permit-issued");
        learns(story);
        assertThat(assessment(story)).isEqualTo(approved);
        assertThat(plans(story)).isEqualTo(drawn);
        assertThat(Construction.isBeingAmended(story.file)).isFalse();
        assertThat(ApprovedPermit.learnedBy(story.file)).isEmpty();
    }

    @Test
    void an_amendment_that_came_back_from_its_approval_can_be_left_and_takes_its_draft_with_it() {
        PermitStory story = new PermitStory().toApproval().does("approve-permit");
        learns(story);
        PermitDraft approved = draft(story);
        amendedTo(story, 900);
        story.does("settle-fees", "confirm-settlement");
        story.accepts(story.attempt("draft-permit").with(of(approved, 900)));
        assertThat(story.refuses(story.attempt("withdraw-ordered-amendment")).guard())
                .isEqualTo("no-draft-unapproved");
        story.does("return-to-plan-control", "list-plan-defects", "withdraw-ordered-amendment", "restore-plan-order");
        learns(story);
        assertThat(draft(story)).isEqualTo(approved);
    }

    @Test
    void what_is_younger_than_the_approval_is_not_taken_for_approved() {
        PermitStory story = new PermitStory().toApproval().does("approve-permit");
        amendedTo(story, 900);
        story.does("withdraw-ordered-amendment", "restore-plan-order");
        assertThat(ApprovedPermit.learnedBy(story.file)).isEmpty();
    }

    private static PermitDraft of(PermitDraft draft, double grossAreaM2) {
        return new PermitDraft(
                draft.storeys(), draft.units(), grossAreaM2, draft.usage(), draft.validityMonths(), draft.form());
    }

    @Test
    void an_objection_to_an_amendments_fees_ends_with_the_amendment() {
        PermitStory story = new PermitStory().toApproval().does("approve-permit");
        learns(story);
        amendedTo(story, 900);
        story.does("object-to-fees");
        assertThat(Objections.isUnanswered(story.file)).isTrue();
        story.does("withdraw-ordered-amendment", "restore-plan-order");
        learns(story);
        assertThat(Objections.stands(story.file)).isFalse();
        orderedAnew(story);
        story.accepts(story.attempt("submit-plans").with(PermitStory.plansOf(1_400, 19)));
        story.does("take-plans", "pass-plans", "approve-plans", "assess-fees");
    }

    @Test
    void a_correction_that_changes_nothing_answers_no_objection() {
        PermitStory story = new PermitStory().toDesign().throughDesign().does("assess-fees", "object-to-fees");
        double area = FileMeasures.of(story.file).orElseThrow().grossAreaM2();
        var nothing = new MeasuresCorrection(null, null, null, null, null);
        var same = new MeasuresCorrection(null, area, null, null, null);
        for (MeasuresCorrection idle : List.of(nothing, same)) {
            assertThat(story.refuses(story.attempt("correct-measures").with(idle))
                            .guard())
                    .isEqualTo("measures-differ");
        }
    }

    @Test
    void money_that_went_back_pays_for_nothing() {
        PermitStory story = new PermitStory().toApproval().does("approve-permit");
        long total = assessment(story).totalRials();
        var kept = new SlipAccount(
                "slip-9", story.file.numberOf("fee-assessment"), total, 0, total - 1, true, "cash", null);
        orderedAnew(story);
        story.does("submit-plans", "take-plans", "pass-plans", "approve-plans");
        story.take((Accepted) Judge.learn(story.table, story.file, SlipAccount.KIND, kept, story.now));
        assertThat(story.refuses(story.attempt("confirm-fees-unchanged")).guard())
                .isEqualTo("fees-already-paid");
    }

    private static void orderedAnew(PermitStory story) {
        story.does("request-amendment", "pass-amendment-scans", "confirm-status");
        story.does("issue-amended-plan-order", "appoint-designer");
    }

    private static void amendedTo(PermitStory story, double grossAreaM2) {
        orderedAnew(story);
        story.accepts(story.attempt("submit-plans").with(PermitStory.plansOf(grossAreaM2, 9)));
        story.does("take-plans", "pass-plans", "approve-plans", "assess-fees");
    }

    /** As the judge of files has it: at once, in the same write. */
    private static List<Evidence> learns(PermitStory story) {
        List<Evidence> learned = ApprovedPermit.learnedBy(story.file);
        learned.forEach(fact -> {
            String kind = PermitStory.PROCESSES.exhibit(fact).schema();
            story.take((Accepted) Judge.learn(story.table, story.file, kind, fact, story.now));
        });
        return learned;
    }

    private static FeeAssessment assessment(PermitStory story) {
        return story.file.latest("fee-assessment", FeeAssessment.class).orElseThrow();
    }

    private static PermitDraft draft(PermitStory story) {
        return story.file.latest("permit-draft", PermitDraft.class).orElseThrow();
    }

    private static Plans plans(PermitStory story) {
        return story.file.latest("plans", Plans.class).orElseThrow();
    }
}
