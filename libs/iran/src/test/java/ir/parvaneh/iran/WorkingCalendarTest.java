package ir.parvaneh.iran;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {
    private final WorkingCalendar calendar = WorkingCalendar.official();

    @ParameterizedTest
    @CsvSource({"1404, 241", "1405, 244"})
    void a_year_has_its_working_days(int year, int expected) {
        LocalDate first = new JalaliDate(year, 1, 1).toLocalDate();
        LocalDate last = new JalaliDate(year + 1, 1, 1).toLocalDate().minusDays(1);
        assertThat(calendar.workingDaysBetween(first.minusDays(1), last)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1404/12/27,  5, 1405/01/11",
        "1405/03/12,  3, 1405/03/17",
        "1405/01/15, 15, 1405/02/06",
        "1404/12/26, 15, 1405/01/26"
    })
    void working_days_are_added_over_holidays_and_new_year(String from, int days, String expected) {
        assertThat(calendar.addWorkingDays(day(from), days)).isEqualTo(day(expected));
        assertThat(calendar.workingDaysBetween(day(from), day(expected))).isEqualTo(days);
        assertThat(calendar.dueOn(day(from), Term.parse(days + " working days")))
                .isEqualTo(day(expected));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void counting_goes_the_same_way_as_looking_day_by_day(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            LocalDate from = day("1400/01/01").plusDays(random.nextInt(2500));
            int n = random.nextInt(-60, 60);
            assertThat(calendar.addWorkingDays(from, n))
                    .as("seed %d: %s %+d", seed, from, n)
                    .isEqualTo(walk(from, n));
        }
    }

    private LocalDate walk(LocalDate from, int n) {
        LocalDate day = from;
        for (int left = Math.abs(n); left > 0; ) {
            day = day.plusDays(Integer.signum(n));
            if (calendar.isWorkingDay(day)) left--;
        }
        return day;
    }

    @Test
    void a_zero_term_ends_with_the_same_day() {
        Instant morning = Instant.parse("2026-04-05T05:00:00Z");
        assertThat(calendar.dueAt(morning, Term.parse("0 working days"))).isEqualTo("2026-04-05T20:29:59Z");
        assertThat(calendar.dueOn(day("1405/01/14"), Term.parse("0 working days")))
                .isEqualTo(day("1405/01/15"));
    }

    @ParameterizedTest
    @CsvSource({
        // service on Saturday 15 Farvardin; ten days, the day of service and the day of action not counted
        "1405/01/15, 10 days,  1405/01/26",
        "1405/01/15, 1 week,   1405/01/23",
        "1405/01/15, 2 months, 1405/03/16",
        // would end on Thursday 6 Esfand, a day off: moves to Saturday
        "1405/11/25, 10 days,  1405/12/08",
        // would end on Nowruz: moves behind the holidays
        "1404/12/21, 1 week,   1405/01/05"
    })
    void a_statutory_term_runs_through_holidays_and_ends_on_a_working_day(String from, String term, String expected) {
        LocalDate due = calendar.dueOn(day(from), Term.parse(term));
        assertThat(JalaliDate.of(due)).hasToString(expected);
        assertThat(calendar.isWorkingDay(due)).isTrue();
    }

    @Test
    void the_day_of_an_instant_is_the_day_in_tehran() {
        Instant halfPastMidnight = Instant.parse("2026-04-05T21:00:00Z");
        assertThat(Tehran.dateOf(halfPastMidnight)).isEqualTo("2026-04-06");
        assertThat(Tehran.dateOf(calendar.dueAt(halfPastMidnight, Term.parse("1 working day"))))
                .isEqualTo("2026-04-07");
    }

    @Test
    void working_time_leaves_out_what_lies_on_days_off() {
        Instant wednesdayNoon = Instant.parse("2026-04-08T08:30:00Z");
        Instant sundayNoon = Instant.parse("2026-04-12T08:30:00Z");
        assertThat(calendar.workingTimeBetween(wednesdayNoon, sundayNoon)).isEqualTo(Duration.ofHours(48));
        assertThat(calendar.workingTimeBetween(sundayNoon, wednesdayNoon)).isEqualTo(Duration.ofHours(-48));
        Instant thursday = Instant.parse("2026-04-09T08:30:00Z");
        assertThat(calendar.workingTimeBetween(thursday, thursday.plusSeconds(3600)))
                .isZero();
    }

    @Test
    void a_closure_announced_overnight_moves_deadlines_and_shows_in_the_version() {
        LocalDate monday = LocalDate.of(2026, 4, 6);
        var closed = new CalendarChanges("smoke-1", Set.of(), Set.of(monday), Set.of());
        WorkingCalendar changed = calendar.with(closed);
        assertThat(changed.isWorkingDay(monday)).isFalse();
        assertThat(changed.addWorkingDays(monday.minusDays(1), 1)).isEqualTo("2026-04-07");
        assertThat(changed.version()).isEqualTo("1405-1+smoke-1");
        assertThat(calendar.addWorkingDays(monday.minusDays(1), 1)).isEqualTo(monday);
    }

    @Test
    void one_office_may_work_on_thursdays_while_the_city_does_not() {
        var week = Set.of(SATURDAY, SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY);
        UnitCalendars units = UnitCalendars.of(calendar)
                .with("office-003", new CalendarChanges("thursdays", week, Set.of(), Set.of()));
        LocalDate thursday = LocalDate.of(2026, 4, 9);
        assertThat(units.forUnit("office-003").isWorkingDay(thursday)).isTrue();
        assertThat(units.forUnit("office-004").isWorkingDay(thursday)).isFalse();
    }

    @Test
    void a_holiday_has_a_name_and_tells_whether_it_may_still_move() {
        assertThat(calendar.holiday(day("1404/12/20")).orElseThrow().code()).isEqualTo("martyrdom-of-ali");
        assertThat(calendar.holiday(day("1406/03/23")).orElseThrow().estimated())
                .isTrue();
        assertThat(calendar.holiday(day("1403/12/30"))).isPresent();
        assertThat(calendar.holiday(day("1405/03/03"))).isEmpty();
    }

    @Test
    void a_day_beyond_the_calendar_is_refused_instead_of_guessed() {
        assertThatThrownBy(() -> calendar.isWorkingDay(LocalDate.of(2050, 1, 1)))
                .hasMessageContaining("outside the calendar");
    }

    private static LocalDate day(String jalali) {
        return JalaliDate.parse(jalali).toLocalDate();
    }
}
