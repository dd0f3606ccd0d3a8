package ir.parvaneh.iran;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JalaliDateTest {

    @ParameterizedTest
    @CsvSource({
        "1397/11/18, 2019-02-07, THURSDAY",
        "1403/02/06, 2024-04-25, THURSDAY",
        "1403/12/30, 2025-03-20, THURSDAY",
        "1399/12/30, 2021-03-20, SATURDAY",
        "1404/01/01, 2025-03-21, FRIDAY",
        "1405/01/01, 2026-03-21, SATURDAY"
    })
    void a_day_is_the_same_day_in_both_calendars(String jalali, LocalDate gregorian, String weekday) {
        assertThat(JalaliDate.parse(jalali).toLocalDate()).isEqualTo(gregorian);
        assertThat(JalaliDate.of(gregorian)).hasToString(jalali);
        assertThat(gregorian.getDayOfWeek()).hasToString(weekday);
    }

    @Test
    void every_day_of_three_centuries_comes_back_from_there() {
        LocalDate day = new JalaliDate(1250, 1, 1).toLocalDate();
        JalaliDate before = JalaliDate.of(day.minusDays(1));
        for (int i = 0; i < 110_000; i++, day = day.plusDays(1)) {
            JalaliDate jalali = JalaliDate.of(day);
            assertThat(jalali.toLocalDate()).isEqualTo(day);
            assertThat(jalali).isGreaterThan(before);
            before = jalali;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1399, 1403, 1408, 1412})
    void thirty_esfand_exists_in_leap_years_only(int leap) {
        assertThat(new JalaliDate(leap, 12, 30).toLocalDate().plusDays(1))
                .isEqualTo(new JalaliDate(leap + 1, 1, 1).toLocalDate());
        assertThatThrownBy(() -> new JalaliDate(leap + 1, 12, 30)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> new JalaliDate(leap - 1, 12, 30)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void a_date_is_read_and_shown_in_persian_digits() {
        JalaliDate date = JalaliDate.parse("۱۴۰۴-۱۲-۲۷");
        assertThat(date).isEqualTo(new JalaliDate(1404, 12, 27));
        assertThat(date.inPersianWords()).isEqualTo("۲۷ اسفند ۱۴۰۴");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1404/13/01", "1404/07/31", "1404/1", "27/12/1404", "", "1404/00/10"})
    void a_date_that_does_not_exist_is_refused(String text) {
        assertThatThrownBy(() -> JalaliDate.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
