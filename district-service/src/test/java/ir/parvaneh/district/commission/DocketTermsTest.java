package ir.parvaneh.district.commission;

import static ir.parvaneh.district.commission.DocketStory.OWNER;
import static ir.parvaneh.district.commission.DocketStory.PAPER;
import static ir.parvaneh.district.commission.DocketStory.SECRETARY;
import static ir.parvaneh.district.commission.DocketStory.area;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.contracts.DefenceReceived;
import ir.parvaneh.process.ProcessFile.Segment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days that count: service, defence, objection, referral. */
final class DocketTermsTest {
    private final DocketStory story = DocketStory.referred(area(60, "2024-01-10"));

    @Test
    void a_late_defence_lies_before_the_bench_noted_as_late_and_after_the_decision_it_is_refused() {
        story.does(SECRETARY, "serve-notice", story.service()).after(16);
        assertThat(story.clock()).isTrue();
        assertThat(story.stage()).isEqualTo("first-hearing");
        story.accepts(story.defends());
        assertThat(((DefenceReceived) story.last("defence-received")).late()).isTrue();
        assertThat(story.docket().statements())
                .extracting(Docket.Statement::late)
                .containsExactly(true);
        assertThat(story.stage()).isEqualTo("first-hearing");
        story.decides(1, Outcome.FINE, null, null, 50);
        assertThat(story.refuses(story.defends()).code()).isEqualTo("decided-already");
    }

    @Test
    void a_second_paper_within_the_ten_days_is_not_late() {
        story.toHearing().after(3).accepts(story.defends());
        assertThat(story.docket().statements())
                .extracting(Docket.Statement::late)
                .containsExactly(false, false);
    }

    @Test
    void the_ten_days_count_from_the_day_of_service() {
        Map<String, Object> served =
                Map.of("servedOn", story.today().toString(), "method", "electronic", "receipt", PAPER);
        story.after(4).does(SECRETARY, "serve-notice", served);
        Segment referral = story.docket().process().ledger().getFirst();
        assertThat(ir.parvaneh.iran.Tehran.dateOf(referral.to())).isEqualTo("2025-05-03");
        assertThat(ir.parvaneh.iran.Tehran.dateOf(
                        story.docket().process().main().dueAt()))
                .isEqualTo("2025-05-14");
    }

    @ParameterizedTest
    @CsvSource({"1,'tomorrow'", "-1,'before the referral'"})
    void service_on_an_impossible_day_is_none(int days, String why) {
        Map<String, Object> served =
                Map.of("servedOn", story.today().plusDays(days).toString(), "method", "electronic", "receipt", PAPER);
        assertThat(story.refuses(story.tries(SECRETARY, "serve-notice", served)).code())
                .as(why)
                .isEqualTo("day-impossible");
    }

    @Test
    void service_recorded_too_late_is_not_relied_on() {
        Map<String, Object> served = story.service();
        story.after(6);
        assertThat(story.refuses(story.tries(SECRETARY, "serve-notice", served)).code())
                .isEqualTo("day-impossible");
    }

    @Test
    void an_objection_after_its_window_is_refused_even_before_the_clock_has_spoken() {
        story.toHearing()
                .decides(1, Outcome.FINE, null, null, 50)
                .does(SECRETARY, "serve-decision", story.service())
                .after(20);
        Map<String, Object> objection = Map.of("grounds", "amount", "papers", List.of(PAPER));
        assertThat(guard(story.refuses(story.tries(OWNER, "object", objection))))
                .isEqualTo("objection-in-time");
        assertThat(story.clock()).isTrue();
        assertThat(story.refuses(story.tries(OWNER, "object", objection)).code())
                .isEqualTo("illegal-in-stage");
    }

    @Test
    void a_referral_later_than_a_week_after_stopping_says_so() {
        DocketStory late = new DocketStory();
        LocalDate stopped = late.today().minusDays(8);
        late.accepts(late.refer(DocketStory.referral(stopped, area(5, "2025-01-01"))));
        assertThat(late.docket().facts().late()).isTrue();
        DocketStory early = new DocketStory();
        early.accepts(early.refer(DocketStory.referral(stopped.plusDays(1), area(5, "2025-01-01"))));
        assertThat(early.docket().facts().late()).isFalse();
    }

    @Test
    void a_decision_is_not_served_before_it_was_made() {
        story.after(4).toHearing().decides(1, Outcome.FINE, null, null, 50);
        Map<String, Object> served =
                Map.of("servedOn", story.today().minusDays(1).toString(), "method", "electronic", "receipt", PAPER);
        assertThat(story.refuses(story.tries(SECRETARY, "serve-decision", served))
                        .code())
                .isEqualTo("day-impossible");
    }

    @ParameterizedTest
    @CsvSource({"2025-05-04,day-impossible", "1969-12-31,day-impossible", "0001-01-01,day-impossible"})
    void a_violation_happened_on_a_day_that_can_be(String day, String code) {
        DocketStory other = new DocketStory();
        assertThat(other.refuses(other.refer(DocketStory.referral(null, area(5, day))))
                        .code())
                .isEqualTo(code);
    }

    private static String guard(Refusal refusal) {
        assertThat(refusal.code()).isEqualTo("guard-refused");
        return refusal.details().get("guard").toString();
    }
}
