package ir.parvaneh.district.commission;

import static ir.parvaneh.district.commission.DocketStory.EXPERT;
import static ir.parvaneh.district.commission.DocketStory.INCOME;
import static ir.parvaneh.district.commission.DocketStory.OWNER;
import static ir.parvaneh.district.commission.DocketStory.PAPER;
import static ir.parvaneh.district.commission.DocketStory.SECRETARY;
import static ir.parvaneh.district.commission.DocketStory.area;
import static ir.parvaneh.district.commission.DocketStory.member;
import static ir.parvaneh.district.commission.DocketStory.photos;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.contracts.CommissionDecided;
import ir.parvaneh.contracts.CommissionVote;
import ir.parvaneh.contracts.DocketClosed;
import ir.parvaneh.contracts.FineDemanded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DocketJourneyTest {
    private final DocketStory story = DocketStory.referred(area(60, "2024-01-10"));

    @Test
    void a_fine_is_decided_stands_is_paid_and_closes_the_docket() {
        story.toHearing().decides(1, Outcome.FINE, null, null, 150);
        CommissionDecided decided = (CommissionDecided) story.last("commission-decided");
        assertThat(decided.instance()).isEqualTo("first");
        assertThat(decided.violatedOn()).isEqualTo("2024-01-10");
        assertThat(decided.decidedOn()).isEqualTo(story.today());
        assertThat(decided.fineRials()).isEqualTo(4_100_000L * 150 / 100 * 60 * 150 / 100);
        story.stands().does(SECRETARY, "demand-fine", null).pays().does(INCOME, "confirm-fine", null);
        DocketClosed closed = (DocketClosed) story.last("docket-closed");
        assertThat(closed.outcome()).isEqualTo("fine-paid");
        assertThat(closed.ruling().fineRials()).isEqualTo(decided.fineRials());
        assertThat(closed.ruling().judgeId()).isEqualTo("judge-1");
        assertThat(story.docket().process().hasEnded()).isTrue();
    }

    @Test
    void a_fine_is_demanded_once_for_the_amount_in_force() {
        story.toHearing().decides(1, Outcome.FINE, null, null, 300).objects();
        story.decides(2, Outcome.FINE, null, null, 50).does(SECRETARY, "serve-review-decision", story.service());
        assertThat(story.types()).doesNotContain("fine-demanded");
        story.does(SECRETARY, "demand-fine", null);
        FineDemanded demanded = (FineDemanded) story.last("fine-demanded");
        assertThat(demanded)
                .isEqualTo(new FineDemanded("file-1", "100-d1", 7, story.fine(), story.today(), story.today()));
        story.pays().because(INCOME, "refuse-payment").pays().does(INCOME, "confirm-fine", null);
        assertThat(story.types()).containsOnlyOnce("fine-demanded");
    }

    @Test
    void nobodys_word_pays_a_fine_and_neither_does_an_instalment() {
        story.toHearing().decides(1, Outcome.FINE, null, null, 50).stands().does(SECRETARY, "demand-fine", null);
        assertThat(guard(story.refuses(story.tries(OWNER, "pay-fine", null)))).isEqualTo("fine-slip-confirmed");
        Map<String, Object> stated =
                Map.of("slipId", "slip-1", "amountRials", story.fine(), "reference", "reference-1");
        assertThat(story.refuses(story.tries(OWNER, "pay-fine", stated)).code()).isEqualTo("wrong-evidence");
        for (long confirmed : List.of(0L, story.fine() / 4, story.fine() - 1)) {
            story.learns(story.fine(), confirmed);
            assertThat(guard(story.refuses(story.tries(OWNER, "pay-fine", null))))
                    .isEqualTo("fine-slip-confirmed");
        }
        story.learns(story.fine() - 1, story.fine() - 1);
        assertThat(guard(story.refuses(story.tries(OWNER, "pay-fine", null)))).isEqualTo("fine-slip-confirmed");
    }

    @Test
    void what_the_bank_takes_back_is_owed_again() {
        story.toHearing().decides(1, Outcome.FINE, null, null, 50).stands().does(SECRETARY, "demand-fine", null);
        story.pays().learns(story.fine(), 0);
        assertThat(guard(story.refuses(story.tries(INCOME, "confirm-fine", null))))
                .isEqualTo("fine-slip-confirmed");
        story.because(INCOME, "refuse-payment");
        assertThat(story.stage()).isEqualTo("fine-due");
    }

    @Test
    void a_docket_of_the_older_edition_still_takes_the_owners_statement() {
        DocketStory older = DocketStory.underTheFirstEdition(area(60, "2024-01-10"));
        older.toHearing().decides(1, Outcome.FINE, null, null, 50).stands().does(SECRETARY, "demand-fine", null);
        assertThat(older.types()).doesNotContain("fine-demanded");
        Map<String, Object> less =
                Map.of("slipId", "slip-1", "amountRials", older.fine() - 1, "reference", "reference-1");
        assertThat(guard(older.refuses(older.tries(OWNER, "pay-fine", less)))).isEqualTo("pays-the-fine");
        older.does(OWNER, "pay-fine", Map.of("slipId", "slip-1", "amountRials", older.fine(), "reference", "r-1"));
        older.does(INCOME, "confirm-fine", null);
        assertThat(older.stage()).isEqualTo("fine-paid");
    }

    @Test
    void a_demolition_is_carried_out_by_the_owner_within_his_period() {
        story.toHearing()
                .decides(1, Outcome.DEMOLITION, Ground.URBAN_PLANNING, 45)
                .stands();
        story.does(SECRETARY, "begin-execution-period", null).after(20);
        story.does(OWNER, "report-removal", photos("removedOn", story.today()));
        story.does(EXPERT, "confirm-removal", photos("visitedOn", story.today()));
        assertThat(((DocketClosed) story.last("docket-closed")).outcome()).isEqualTo("removed-by-owner");
    }

    @Test
    void the_municipality_executes_only_after_the_period_the_commission_gave() {
        story.toHearing()
                .decides(1, Outcome.DEMOLITION, Ground.URBAN_PLANNING, 30)
                .stands();
        story.does(SECRETARY, "begin-execution-period", null).after(30);
        assertThat(guard(story.refuses(story.tries(EXPERT, "begin-execution", start()))))
                .isEqualTo("granted-period-over-at-start");
        story.after(1).does(EXPERT, "begin-execution", start());
        story.does(EXPERT, "execute-forcibly", execution());
        assertThat(story.stage()).isEqualTo("removed-by-force");
    }

    @Test
    void after_two_months_the_clock_ends_the_owners_period() {
        story.toHearing()
                .decides(1, Outcome.DEMOLITION, Ground.URBAN_PLANNING, 60)
                .stands();
        story.does(SECRETARY, "begin-execution-period", null).after(50);
        assertThat(story.clock()).isFalse();
        story.after(20);
        assertThat(story.clock()).isTrue();
        story.does(EXPERT, "execute-forcibly", execution());
        assertThat(story.docket().process().hands().get("end-period").people()).isEmpty();
    }

    @Test
    void what_the_owner_reported_and_still_stands_is_not_demolished_before_his_period_is_over() {
        story.toHearing()
                .decides(1, Outcome.DEMOLITION, Ground.URBAN_PLANNING, 60)
                .stands();
        story.does(SECRETARY, "begin-execution-period", null).after(3);
        story.does(OWNER, "report-removal", photos("removedOn", story.today()));
        story.because(EXPERT, "find-standing");
        assertThat(guard(story.refuses(story.tries(EXPERT, "execute-forcibly", execution()))))
                .isEqualTo("granted-period-over");
        story.after(58).does(EXPERT, "execute-forcibly", execution());
        assertThat(story.stage()).isEqualTo("removed-by-force");
    }

    @Test
    void an_objection_brings_other_members_who_may_find_no_violation() {
        story.toHearing().decides(1, Outcome.FINE, null, null, 300).objects();
        assertThat(story.stage()).isEqualTo("review");
        story.decides(2, Outcome.NO_VIOLATION, null, null);
        story.does(SECRETARY, "serve-review-acquittal", story.service());
        DocketClosed closed = (DocketClosed) story.last("docket-closed");
        assertThat(closed.outcome()).isEqualTo("no-violation");
        assertThat(closed.ruling().judgeId()).isEqualTo("judge-2");
    }

    @Test
    void what_the_review_decides_is_in_force_and_not_what_was_decided_first() {
        story.toHearing().decides(1, Outcome.FINE, null, null, 300).objects();
        story.decides(2, Outcome.FINE, null, null, 50).does(SECRETARY, "serve-review-decision", story.service());
        assertThat(story.fine()).isEqualTo(4_100_000L * 150 / 100 * 60 / 2);
        assertThat(guard(story.refuses(story.tries(SECRETARY, "begin-execution-period", null))))
                .isEqualTo("removal-in-force");
        story.does(SECRETARY, "demand-fine", null);
    }

    @Test
    void nobody_of_the_first_hearing_reviews() {
        story.toHearing().decides(1, Outcome.FINE, null, null, 300).objects();
        var mixed = story.schedules(story.today(), "judge-2", "council-1", "interior-2", "municipal-2");
        assertThat(story.refuses(mixed).code()).isEqualTo("member-decided-before");
        assertThat(story.refuses(mixed).errors().getFirst().pointer()).isEqualTo("/council");
    }

    @Test
    void the_kernel_itself_keeps_a_first_member_out_of_the_review() {
        story.toHearing().decides(1, Outcome.FINE, null, null, 300).objects();
        Sitting smuggled = new Sitting(
                story.today(),
                List.of(
                        new CommissionEvidence.Seated(Seat.JUDGE, "judge-2"),
                        new CommissionEvidence.Seated(Seat.COUNCIL, "council-1"),
                        new CommissionEvidence.Seated(Seat.INTERIOR, "interior-2"),
                        new CommissionEvidence.Seated(Seat.MUNICIPAL, "municipal-2")),
                List.of(),
                null,
                null,
                null);
        story.page = new ir.parvaneh.chassis.store.Page<>(
                story.page.id(),
                story.page.version(),
                story.page.number(),
                story.docket().with(smuggled));
        story.accepts(story.reports(2)).accepts(story.drafts(Outcome.FINE, null, null, 50));
        story.accepts(story.votes(member(2, Seat.JUDGE), true));
        story.accepts(story.votes(member(1, Seat.COUNCIL), true));
        story.accepts(story.votes(member(2, Seat.INTERIOR), true));
        assertThat(story.refuses(story.pronounces(2, "review-fine")).code()).isEqualTo("separation-of-duties");
    }

    @ParameterizedTest
    @EnumSource(
            value = Ground.class,
            names = {"TECHNICAL", "HEALTH"})
    void a_demolition_for_safety_never_becomes_a_fine(Ground ground) {
        story.toHearing().decides(1, Outcome.DEMOLITION, ground, 30).objects();
        story.accepts(story.schedules(2)).accepts(story.reports(2));
        assertThat(guard(story.refuses(story.drafts(Outcome.FINE, null, null, 300))))
                .isEqualTo("no-demolition-for-safety");
        assertThat(guard(story.refuses(story.drafts(Outcome.RESTORE_USE, null, 30))))
                .isEqualTo("no-demolition-for-safety");
        smuggleFine();
        assertThat(guard(story.refuses(story.pronounces(2, "review-fine")))).isEqualTo("no-demolition-for-safety");
        story.decides(2, Outcome.DEMOLITION, ground, 60).does(SECRETARY, "serve-review-decision", story.service());
        assertThat(guard(story.refuses(story.tries(SECRETARY, "demand-fine", null))))
                .isEqualTo("fine-in-force");
        story.does(SECRETARY, "begin-execution-period", null);
        Map<String, Object> money = Map.of("slipId", "slip-1", "amountRials", 0, "reference", "reference-1");
        assertThat(story.refuses(story.tries(OWNER, "pay-fine", money)).code()).isEqualTo("illegal-in-stage");
    }

    /** As if the drafting desk had not asked: the judge of the process still does. */
    private void smuggleFine() {
        var lines = ((Fines.Reckoned) new Fines(DocketStory.ARTICLE.policy())
                        .reckon(story.docket().facts(), List.of(300), story.today()))
                .lines();
        Sitting drafted = story.docket().sitting().drafted(new Sitting.Draft(Outcome.FINE, null, null, lines, PAPER));
        story.page = new ir.parvaneh.chassis.store.Page<>(
                story.page.id(),
                story.page.version(),
                story.page.number(),
                story.docket().with(drafted));
        story.votesOf(2, true, true, true);
    }

    @Test
    void a_demolition_for_reasons_of_planning_may_become_a_fine_in_review() {
        story.toHearing()
                .decides(1, Outcome.DEMOLITION, Ground.URBAN_PLANNING, 30)
                .objects();
        story.decides(2, Outcome.FINE, null, null, 300);
        assertThat(story.stage()).isEqualTo("review-notice");
    }

    @Test
    void no_violation_ends_with_its_service() {
        story.toHearing().decides(1, Outcome.NO_VIOLATION, null, null);
        assertThat(guard(story.refuses(story.tries(SECRETARY, "serve-decision", story.service()))))
                .isEqualTo("sanction-decided");
        story.does(SECRETARY, "serve-acquittal", story.service());
        assertThat(story.stage()).isEqualTo("no-violation");
    }

    @Test
    void a_referral_is_withdrawn_only_before_a_decision() {
        DocketStory other = DocketStory.referred(area(5, "2025-01-01")).toHearing();
        other.because(EXPERT, "withdraw-referral");
        assertThat(((DocketClosed) other.last("docket-closed")).ruling()).isNull();
        story.toHearing().decides(1, Outcome.FINE, null, null, 50);
        var reasons = List.of(new ir.parvaneh.process.Reason("mistake", "another plot was meant"));
        var late = DocketStory.COMMISSION
                .acting()
                .act(story.by(EXPERT), new DocketAction("withdraw-referral", null, reasons));
        assertThat(guard(story.refuses(late))).isEqualTo("not-decided-yet");
    }

    @Test
    void the_decision_names_each_vote_and_dissent_does_not_stop_the_majority() {
        story.toHearing().accepts(story.schedules(1)).accepts(story.reports(1));
        story.accepts(story.drafts(Outcome.FINE, null, null, 100)).votesOf(1, true, false, true);
        story.accepts(story.pronounces(1, "impose-fine"));
        assertThat(((CommissionDecided) story.last("commission-decided")).votes())
                .containsExactly(
                        new CommissionVote("judge", "judge-1", true),
                        new CommissionVote("council", "council-1", false),
                        new CommissionVote("interior", "interior-1", true));
    }

    private Map<String, Object> start() {
        return Map.of("startedOn", story.today().toString(), "order", PAPER);
    }

    private Map<String, Object> execution() {
        return Map.of("executedOn", story.today().toString(), "costRials", 900_000_000L, "minutes", PAPER);
    }

    private static String guard(Refusal refusal) {
        assertThat(refusal.code()).isEqualTo("guard-refused");
        return refusal.details().get("guard").toString();
    }
}
