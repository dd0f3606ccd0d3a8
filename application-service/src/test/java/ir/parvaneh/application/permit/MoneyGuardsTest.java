package ir.parvaneh.application.permit;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.fee.Tariffs;
import ir.parvaneh.application.file.HostedProcesses;
import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.PermitEvidence.Payment;
import ir.parvaneh.process.ClockLedger;
import ir.parvaneh.process.ClockLedger.LegalTime;
import ir.parvaneh.process.Decision.Accepted;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.Guard;
import ir.parvaneh.process.Judge;
import ir.parvaneh.process.Term;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MoneyGuardsTest {

    private static final Tariffs TARIFFS = Tariffs.load();
    private static final TariffedFees FEES = HostedProcesses.fees(TARIFFS);

    private final PermitStory story = new PermitStory().toDesign().throughDesign();

    @Test
    void an_assessment_by_the_tariff_passes_and_no_other() {
        FeeAssessment right =
                TariffedFees.evidence(FEES.of(story.file, story.now).orElseThrow());
        assertThat(right.addsUp()).isTrue();
        assertThat(holds("by-the-tariff", right)).isTrue();
        FeeAssessment old = new FeeAssessment("tehran-1403", right.items(), right.totalRials());
        FeeAssessment cheap = new FeeAssessment(
                right.tariffVersion(),
                right.items().subList(0, 1),
                right.items().getFirst().amountRials());
        assertThat(holds("by-the-tariff", old)).isFalse();
        assertThat(holds("by-the-tariff", cheap)).isFalse();
    }

    @Test
    void a_settled_slip_lets_the_owner_settle_and_a_mere_statement_does_not() {
        story.does("assess-fees");
        Payment stated = new Payment("file-1-1", total(), "140400012345");
        assertThat(holds("slips-settled", stated)).isFalse();
        learns(false, 0);
        assertThat(holds("slips-settled", stated)).isFalse();
        learns(true, total());
        assertThat(holds("slips-settled", stated)).isTrue();
        assertThat(holds("slips-settled", new Payment("file-1-2", total(), "1")))
                .isFalse();
        assertThat(holds("slips-settled", new Payment("file-1-1", 1, "1"))).isFalse();
    }

    @Test
    void a_settled_slip_of_an_earlier_assessment_settles_nothing() {
        story.does("assess-fees");
        learns(true, total());
        story.does("object-to-fees", "uphold-fees");
        assertThat(holds("slips-settled", new Payment("file-1-1", total(), "1")))
                .isFalse();
    }

    @Test
    void money_that_covers_a_newer_assessment_stands_in_the_system() {
        story.does("assess-fees");
        learns(true, total());
        story.does("object-to-fees", "uphold-fees");
        assertThat(holds("nothing-outside-the-system", null)).isTrue();
    }

    @Test
    void the_first_of_many_instalments_does_not_cover_a_newer_assessment() {
        story.does("assess-fees");
        learns(true, total() / 4);
        assertThat(holds("nothing-outside-the-system", null)).isTrue();
        story.does("object-to-fees", "uphold-fees");
        assertThat(holds("nothing-outside-the-system", null)).isFalse();
    }

    @Test
    void no_permit_while_any_component_stands_outside_the_system() {
        story.does("assess-fees");
        assertThat(holds("nothing-outside-the-system", null)).isFalse();
        learns(true, total());
        assertThat(holds("nothing-outside-the-system", null)).isTrue();
    }

    /** Art. 59: issue and deliver within a week of payment [S10]; the linter holds the terms of its stages against it. */
    @Test
    void the_week_to_issue_begins_with_the_settlement_and_ends_with_the_permit() {
        story.does("assess-fees", "settle-fees");
        var settled = story.file.main().enteredAt();
        assertThat(week()).isEqualTo(new LegalTime(story.table.clocks().getFirst(), settled, due(settled), null));
        story.does("confirm-settlement", "draft-permit", "return-draft", "draft-permit", "approve-permit");
        assertThat(week().endedAt()).isEqualTo(story.file.main().enteredAt());
        assertThat(week().from()).isEqualTo(settled);
    }

    private Instant due(Instant from) {
        return PermitStory.CALENDAR.dueAt(from, new Term(1, Term.Unit.WEEK));
    }

    private LegalTime week() {
        return ClockLedger.legalTimes(story.table, story.file, PermitStory.CALENDAR)
                .getFirst();
    }

    @Test
    void formulae_are_shown_for_an_assessment_that_is_the_tariffs() {
        FeeAssessment right =
                TariffedFees.evidence(FEES.of(story.file, story.now).orElseThrow());
        story.accepts(story.attempt("assess-fees").with(right));
        assertThat(FEES.explained(story.file, right)).isPresent();
        assertThat(FEES.explained(story.file, new FeeAssessment("x", right.items(), right.totalRials())))
                .isEmpty();
    }

    private boolean holds(String name, Evidence given) {
        Guard guard = PermitStory.PROCESSES.catalogue().guard(name).orElseThrow();
        return guard.holds().test(story.file, given, story.now);
    }

    private void learns(boolean settled, long confirmed) {
        long assessment = story.file.numberOf("fee-assessment");
        SlipAccount account =
                new SlipAccount("file-1-1", assessment, total(), 0, confirmed, settled, "cash", "140400012345");
        story.take((Accepted) Judge.learn(story.table, story.file, SlipAccount.KIND, account, story.now));
    }

    private long total() {
        return story.file
                .latest("fee-assessment", FeeAssessment.class)
                .orElseThrow()
                .totalRials();
    }
}
