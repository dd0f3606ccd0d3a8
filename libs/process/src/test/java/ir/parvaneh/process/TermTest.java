package ir.parvaneh.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {

    @ParameterizedTest
    @CsvSource({
        "1 working day,1 working day,1",
        "0 working days,0 working days,0",
        "2 months,2 months,44",
        "1 week,1 week,5",
        "1 working days,1 working day,1",
        "10 days,10 days,10"
    })
    void a_term_stays_as_written(String written, String said, int workingDays) {
        assertThat(Term.parse(written)).hasToString(said);
        assertThat(Term.parse(written).asWorkingDays()).isEqualTo(workingDays);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "3", "-1 days", "3 fortnights", "1.5 days"})
    void anything_else_is_no_term(String written) {
        assertThatThrownBy(() -> Term.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }
}
