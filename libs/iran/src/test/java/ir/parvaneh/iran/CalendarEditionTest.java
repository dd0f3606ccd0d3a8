package ir.parvaneh.iran;

import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarEditionTest {

    @Test
    void an_edition_is_data_that_anybody_can_replace() {
        CalendarEdition edition = CalendarEdition.parse(List.of(
                "edition trial-7",
                "working-weekdays SATURDAY",
                "days-in-a-month 30",
                "occasion feast | عید | Feast",
                "holiday 1405-01-15 feast"));
        assertThat(edition.workingWeekdays()).containsExactly(SATURDAY);
        WorkingCalendar calendar = WorkingCalendar.of(edition);
        assertThat(calendar.version()).isEqualTo("trial-7");
        assertThat(calendar.nextWorkingDay(new JalaliDate(1405, 1, 15).toLocalDate()))
                .isEqualTo(new JalaliDate(1405, 1, 22).toLocalDate());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "holiday 1405-01-15 unheard-of",
                "holiday 1405-12-30 feast",
                "feast tomorrow",
                "edition",
                "working-weekdays SOMEDAY",
                "occasion lonely"
            })
    void a_line_that_makes_no_sense_is_refused_with_its_number(String line) {
        assertThatThrownBy(() -> CalendarEdition.parse(List.of("occasion feast | عید | Feast", line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 2 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22 working days", "1 working day", "10 days", "2 months", "1 week", "0 working days"})
    void a_term_reads_back_as_it_is_written(String text) {
        assertThat(Term.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "days", "-1 days", "3 fortnights", "2 months and a day", "1.5 days"})
    void a_text_that_is_no_term_is_refused(String text) {
        assertThatThrownBy(() -> Term.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
