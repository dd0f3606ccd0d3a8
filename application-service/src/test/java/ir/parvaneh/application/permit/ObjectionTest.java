package ir.parvaneh.application.permit;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.fee.Tariffs;
import ir.parvaneh.application.file.HostedProcesses;
import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.PermitEvidence.Plans;
import ir.parvaneh.application.process.Story;
import ir.parvaneh.process.Actor;
import ir.parvaneh.process.Attempt;
import ir.parvaneh.process.ProcessEvent.StageLeft;
import ir.parvaneh.process.RefusalCode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An owner objects to his fees: the district corrects what they follow from, or dismisses the objection. */
class ObjectionTest {

    private static final TariffedFees FEES = HostedProcesses.fees(Tariffs.load());

    private final PermitStory story = new PermitStory().toDesign().throughDesign();

    @Test
    void a_correction_gives_another_figure_and_only_that_one_is_taken() {
        story.does("assess-fees");
        long first = total();
        story.does("object-to-fees");
        story.accepts(story.attempt("correct-measures").with(new MeasuresCorrection(null, 900.0, null, null, null)));
        assertThat(story.stage()).isEqualTo("fees-assessment");
        story.does("assess-fees");
        assertThat(total()).isLessThan(first);
        assertThat(FileMeasures.of(story.file).orElseThrow().grossAreaM2()).isEqualTo(900.0);
        assertThat(FEES.explained(story.file, assessment())).isPresent();
    }

    @Test
    void while_an_objection_is_unanswered_nothing_is_assessed() {
        story.does("assess-fees", "object-to-fees");
        assertThat(story.refuses(story.attempt("assess-fees")).guard()).isEqualTo("no-objection-unanswered");
        story.does("correct-measures");
        assertThat(story.refuses(story.attempt("uphold-fees")).guard()).isEqualTo("objection-unanswered");
        story.does("assess-fees");
    }

    @Test
    void without_an_objection_nobody_corrects_or_upholds() {
        assertThat(story.refuses(story.attempt("correct-measures")).guard()).isEqualTo("objection-stands");
        story.does("assess-fees").after(31).late("fees-issued");
        assertThat(story.refuses(story.attempt("correct-measures")).guard()).isEqualTo("objection-stands");
        assertThat(story.refuses(story.attempt("uphold-fees").with(assessment()))
                        .guard())
                .isEqualTo("objection-unanswered");
    }

    @Test
    void a_dismissal_is_by_another_expert_with_reasons_and_keeps_the_figure() {
        story.does("assess-fees");
        FeeAssessment before = assessment();
        story.does("object-to-fees");
        Attempt dismissal = story.attempt("uphold-fees");
        Attempt same = new Attempt(
                dismissal.action(),
                dismissal.opening(),
                Actor.of("the-district-income-expert", "district-income-expert"),
                null,
                before,
                List.of(Story.REASON),
                story.now);
        assertThat(story.refuses(same).code()).isEqualTo(RefusalCode.SEPARATION_OF_DUTIES);
        Attempt mute = new Attempt(
                dismissal.action(), dismissal.opening(), dismissal.preparedBy(), null, before, List.of(), story.now);
        assertThat(story.refuses(mute).code()).isEqualTo(RefusalCode.REASONS_REQUIRED);
        assertThat(story.refuses(dismissal.with(PermitStory.fees(1))).guard()).isEqualTo("fees-as-before");
        story.accepts(dismissal);
        assertThat(story.stage()).isEqualTo("fees-issued");
        assertThat(assessment()).isEqualTo(before);
        assertThat(FEES.explained(story.file, before)).isPresent();
        StageLeft told = (StageLeft) story.events.get(story.events.size() - 2);
        assertThat(told.reasons()).containsExactly(Story.REASON);
    }

    @Test
    void what_was_upheld_is_not_objected_to_again_and_what_is_assessed_anew_is() {
        story.does("assess-fees", "object-to-fees", "uphold-fees");
        assertThat(story.refuses(story.attempt("object-to-fees")).guard()).isEqualTo("assessment-not-upheld");
        story.after(31).late("fees-issued").does("assess-fees", "object-to-fees");
        assertThat(story.stage()).isEqualTo("fees-assessment");
    }

    @Test
    void newer_plans_count_before_an_older_correction() {
        story.does("assess-fees", "object-to-fees", "correct-measures", "assess-fees", "settle-fees");
        story.does("confirm-settlement", "draft-permit", "return-to-plan-control");
        story.does("list-plan-defects");
        story.accepts(story.attempt("correct-plans").with(PermitStory.plansOf(1_300, 7)));
        assertThat(FileMeasures.of(story.file).orElseThrow().grossAreaM2()).isEqualTo(1_300);
        assertThat(story.file.latest("plans", Plans.class)).isPresent();
    }

    /** Raised in the last days of 1404 and answered in 1405: the owner is not charged more for having objected. */
    @Test
    void an_objection_is_answered_by_the_tariff_it_was_raised_against() {
        PermitStory late = new PermitStory();
        late.now = Instant.parse("2026-03-15T05:30:00Z");
        PermitStory old = late.toDesign().throughDesign().does("assess-fees");
        assertThat(version(old)).isEqualTo("tehran-1404");
        old.does("object-to-fees").after(20).does("correct-measures", "assess-fees");
        assertThat(version(old)).isEqualTo("tehran-1404");
        old.does("object-to-fees").after(3).does("uphold-fees").after(31).late("fees-issued");
        old.does("assess-fees");
        assertThat(version(old)).isEqualTo("tehran-1405");
    }

    @Test
    void extension_and_completion_are_objected_to_alike() {
        Story extension = Story.of("permit-extension").does("submit", "assess-fees", "object-to-fees");
        extension.does("correct-measures", "assess-fees", "object-to-fees", "uphold-fees", "settle-fees");
        Story completion = Story.of("completion-certificate");
        completion.does("submit", "confirm-prerequisites", "record-visit", "submit-as-built", "approve-inspection");
        completion.does("find-no-violation", "give-fire-clearance", "give-engineering-clearance");
        completion.does("give-utilities-clearance", "assess-fees", "object-to-fees");
        completion.accepts(
                completion.attempt("correct-measures").with(new MeasuresCorrection(null, null, null, 3, null)));
        completion.does("assess-fees", "settle-fees", "confirm-settlement");
        FeeAssessment fees =
                completion.file.latest("fee-assessment", FeeAssessment.class).orElseThrow();
        assertThat(fees.items()).containsExactly(new FeeAssessment.Item("completion-service", 3 * 3_750_000L));
        assertThat(extension.stage()).isEqualTo("fees-settled");
    }

    private static String version(PermitStory of) {
        return of.file
                .latest("fee-assessment", FeeAssessment.class)
                .orElseThrow()
                .tariffVersion();
    }

    private FeeAssessment assessment() {
        return story.file.latest("fee-assessment", FeeAssessment.class).orElseThrow();
    }

    private long total() {
        return assessment().totalRials();
    }
}
