package ir.parvaneh.office.visit;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.contracts.VisitMoved;
import ir.parvaneh.iran.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class VisitDatesTest {
    /** A Wednesday; Thursday and Friday are days off, Saturday is not. */
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);

    private static final LocalDate THURSDAY = WEDNESDAY.plusDays(1);
    private static final LocalDate SATURDAY = WEDNESDAY.plusDays(3);
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    private final VisitDates dates = dates(false);

    private static VisitDates dates(boolean sameDay) {
        return new VisitDates(new VisitPolicy(2, Duration.ofDays(2), sameDay, 30), WorkingCalendar.official());
    }

    private SiteVisit proposed() {
        return dates.propose(9, "inspector", SATURDAY, NOW);
    }

    @Test
    void the_system_proposes_the_next_working_day() {
        assertThat(dates.first(WEDNESDAY)).isEqualTo(SATURDAY);
    }

    @Test
    void today_is_proposed_where_policy_lets_it_and_it_is_a_working_day() {
        assertThat(dates(true).first(WEDNESDAY)).isEqualTo(WEDNESDAY);
        assertThat(dates(true).first(THURSDAY)).isEqualTo(SATURDAY);
    }

    @Test
    void a_proposed_date_counts_only_once_it_was_accepted_or_silence_accepted_it() {
        SiteVisit visit = proposed();
        assertThat(visit.agreed(NOW)).isFalse();
        assertThat(visit.agreed(NOW.plus(Duration.ofDays(2)))).isTrue();
        var accepted = (VisitDecision.Agreed) dates.accept(visit, NOW);
        assertThat(accepted.visit().agreed(NOW)).isTrue();
        assertThat(accepted.event().type()).isEqualTo("visit-accepted");
    }

    @Test
    void the_citizen_moves_the_date_twice_and_not_a_third_time() {
        var once = (VisitDecision.Agreed) dates.move(proposed(), SATURDAY.plusDays(1), WEDNESDAY, NOW);
        var twice = (VisitDecision.Agreed) dates.move(once.visit(), SATURDAY.plusDays(2), WEDNESDAY, NOW);
        assertThat(twice.event().data()).isEqualTo(new VisitMoved(9, SATURDAY.plusDays(2), 2, NOW));
        assertThat(refusal(dates.move(twice.visit(), SATURDAY, WEDNESDAY, NOW))).isEqualTo("visit-moves-used-up");
    }

    @Test
    void no_visit_on_a_day_off_in_the_past_or_far_ahead() {
        assertThat(refusal(dates.move(proposed(), THURSDAY, WEDNESDAY, NOW))).isEqualTo("visit-date-impossible");
        assertThat(refusal(dates.move(proposed(), WEDNESDAY.minusDays(1), WEDNESDAY, NOW)))
                .isEqualTo("visit-date-impossible");
        assertThat(refusal(dates.proposeAnew(proposed(), SATURDAY.plusDays(60), WEDNESDAY, NOW)))
                .isEqualTo("visit-date-impossible");
    }

    @Test
    void what_has_taken_place_cannot_be_moved() {
        SiteVisit done = proposed().done();
        assertThat(refusal(dates.move(done, SATURDAY, WEDNESDAY, NOW))).isEqualTo("visit-done");
        assertThat(refusal(dates.accept(done, NOW))).isEqualTo("visit-done");
        assertThat(refusal(dates.proposeAnew(done, SATURDAY, WEDNESDAY, NOW))).isEqualTo("visit-done");
    }

    private static String refusal(VisitDecision decision) {
        return ((VisitDecision.Refused) decision).refusal().code();
    }
}
