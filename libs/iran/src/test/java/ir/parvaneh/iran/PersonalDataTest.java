package ir.parvaneh.iran;

import static ir.parvaneh.iran.PersonalData.Kind.MOBILE;
import static ir.parvaneh.iran.PersonalData.Kind.NATIONAL_ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    @ParameterizedTest
    @CsvSource({
        "owner 0012345679 came, NATIONAL_ID",
        "مالک با کد ملی ۰۰۱۲۳۴۵۶۷۹ آمد, NATIONAL_ID",
        "کد:۰۰۱-۲۳۴۵۶۷-۹, NATIONAL_ID",
        "id 001.234567/9, NATIONAL_ID",
        "id 0 0 1 2 3 4 5 6 7 9!, NATIONAL_ID",
        "plot 12 001 234567 9, NATIONAL_ID",
        "call 09121234567, MOBILE",
        "call (0912) 123 45 67, MOBILE",
        "تماس ۰۹۱۲ ۱۲۳ ۴۵۶۷ بگیرید, MOBILE",
        "call +98 912 123 4567, MOBILE",
        "call 0098-912-123-4567, MOBILE",
        "x٠٩١٢١٢٣٤٥٦٧y, MOBILE"
    })
    void what_names_a_person_is_found_however_it_is_written(String text, PersonalData.Kind kind) {
        assertThat(PersonalData.find(text)).extracting(PersonalData.Found::kind).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "the plan lacks sheet 3", "approved on 1404/12/27 at 10:30", "plot 7-12-3-45-0-0-0",
                "file 22001840320", "fee 1,250,000,000 rials", "id 1234567890", "law 1371, article 100, note 7",
                "phone of the office 021-88776655", "10012345679", "00123456790", "step 0012345 then 679"
            })
    void ordinary_reasons_are_left_alone(String text) {
        assertThat(PersonalData.find(text)).isEmpty();
    }

    @Test
    void places_are_told_exactly_and_do_not_overlap() {
        String text = "۰۰۱۲۳۴۵۶۷۹ and 0912 123 4567.";
        List<PersonalData.Found> found = PersonalData.find(text);
        assertThat(found)
                .containsExactly(new PersonalData.Found(NATIONAL_ID, 0, 10), new PersonalData.Found(MOBILE, 15, 28));
        assertThat(text.substring(found.getLast().start(), found.getLast().end()))
                .isEqualTo("0912 123 4567");
    }
}
