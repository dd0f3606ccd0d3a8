package ir.parvaneh.iran;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @CsvSource({
        "0012345679, 0012345679", "0099999994, 0099999994", "1234567891, 1234567891", "0135424194, 0135424194",
        "0013542419, 0013542419", "12345679, 0012345679", "۰۰۱۲۳۴۵۶۷۹, 0012345679", "٠٠١-٢٣٤٥٦٧-٩, 0012345679",
        "001 234567 9, 0012345679"
    })
    void a_national_id_is_read_in_any_digits(String text, String expected) {
        assertThat(NationalId.parse(text).orThrow().value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1234567890, national-id-check-digit", "1111111111, national-id-repeated", "0000000000, national-id-repeated",
        "12345, national-id-length", "00123456791, national-id-length", "001234567x, national-id-length"
    })
    void what_is_no_national_id_is_refused_with_its_reason(String text, String code) {
        assertThat(codeOf(NationalId.parse(text))).isEqualTo(code);
    }

    @Test
    void a_national_id_and_a_mobile_do_not_show_themselves_in_a_log() {
        assertThat(NationalId.parse("0012345679").orThrow()).hasToString("001*****79");
        assertThat(Mobile.parse("09121234567").orThrow()).hasToString("0912***4567");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14002207985",
                "14002467723",
                "10100260838",
                "14000261665",
                "10380284790",
                "14100001233",
                "10320004560",
                "۱۰۳۸۰۲۸۴۷۹۰"
            })
    void a_legal_entity_id_has_its_own_check_digit(String text) {
        assertThat(LegalEntityId.parse(text).isValid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10380284791, legal-entity-id-check-digit", "11111111111, legal-entity-id-repeated",
        "14000000001, legal-entity-id-repeated", "1038028479, legal-entity-id-length"
    })
    void what_is_no_legal_entity_id_is_refused_with_its_reason(String text, String code) {
        assertThat(codeOf(LegalEntityId.parse(text))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"1137719411, 0", "1193653471, 0", "11936-53471, 0", "1137729411, 1", "۱۱۳۷۷۱۹۴۱۱, 0"})
    void a_postal_code_with_unusual_last_digits_is_doubted_and_not_refused(String text, int doubts) {
        assertThat(PostalCode.parse(text)).isInstanceOf(Parsed.Valid.class);
        assertThat(PostalCode.parse(text).doubts()).hasSize(doubts);
    }

    @ParameterizedTest
    @CsvSource({
        "1111111111, postal-code-area",
        "1234567890, postal-code-area",
        "1137519411, postal-code-area",
        "113771941, postal-code-length"
    })
    void a_postal_code_of_no_area_is_refused(String text, String code) {
        assertThat(codeOf(PostalCode.parse(text))).isEqualTo(code);
    }

    @Test
    void a_renovation_code_is_read_past_marks_digits_and_spaces_round_hyphens() {
        RenovationCode code =
                RenovationCode.parse("\u200E۷ - ۱۲–۳-۴۵-۰-۰-۰\u200E").orThrow();
        assertThat(code).isEqualTo(new RenovationCode(7, 12, 3, 45, 0, 0, 0));
        assertThat(code.districtNo()).isEqualTo(7);
        assertThat(code.reversedText()).isEqualTo("0-0-0-45-3-12-7");
        assertThat(RenovationCode.parse(code.displayText()).orThrow()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "0-0-0-45-3-12-7, renovation-code-reversed",
        "23-1-1-1-0-0-0, renovation-code-district",
        "0-1-1-1-0-0-0, renovation-code-district",
        "7-0-3-45-0-0-0, renovation-code-gap",
        "7-12-3-45-0-0-2, renovation-code-gap",
        "7-12-3, renovation-code-parts",
        "7 12 3 45 0 0 0, renovation-code-parts",
        "7-12-3-45-0-0-0-1, renovation-code-parts"
    })
    void what_is_no_renovation_code_is_refused_with_its_reason(String text, String code) {
        assertThat(codeOf(RenovationCode.parse(text))).isEqualTo(code);
    }

    @Test
    void another_city_may_have_other_districts() {
        assertThat(RenovationCode.parse("212-1-1-0-0-0-0", d -> d == 212)
                        .orThrow()
                        .districtNo())
                .isEqualTo(212);
        assertThat(RenovationCode.parse("7-1-1-5-1-0-3").isValid()).isTrue();
    }

    @Test
    void a_file_number_tells_its_district() {
        FileNumber number = FileNumber.parse("22001840320").orThrow();
        assertThat(number.districtNo()).isEqualTo(22);
        assertThat(number.serial()).isEqualTo("001840320");
        assertThat(FileNumber.parse("23001840320").isValid()).isFalse();
        assertThat(FileNumber.parse("00001840320").isValid()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "09121234567",
                "9121234567",
                "989121234567",
                "+98 912 123 4567",
                "00989121234567",
                "۰۹۱۲-۱۲۳-۴۵۶۷",
                "0912 123 45 67"
            })
    void a_mobile_number_has_one_stored_form(String text) {
        assertThat(Mobile.parse(text).orThrow().value()).isEqualTo("09121234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"02188776655", "0912123456", "091212345678", "+44 7911 123456", ""})
    void what_is_no_mobile_number_is_refused(String text) {
        assertThat(codeOf(Mobile.parse(text))).isEqualTo("mobile-form");
    }

    @Test
    void letters_and_digits_have_one_stored_form_and_keep_their_half_space() {
        assertThat(PersianText.normalise("كيانى ١٢٣ ۴۵۶ می\u200Cشود\u200F")).isEqualTo("کیانى 123 456 می\u200Cشود");
        assertThat(PersianText.persianDigits("1404/12/27")).isEqualTo("۱۴۰۴/۱۲/۲۷");
    }

    @ParameterizedTest
    @EnumSource(IdentifierFault.class)
    void every_reason_is_said_in_both_languages(IdentifierFault fault) {
        assertThat(fault.fa()).matches(".*[\\u0600-\\u06FF].*");
        assertThat(fault.en()).isNotBlank().isNotEqualTo(fault.fa());
        assertThat(fault.code()).matches("[a-z]+(-[a-z]+)*");
    }

    private static String codeOf(Parsed<?> parsed) {
        return switch (parsed) {
            case Parsed.Valid<?> valid -> "valid";
            case Parsed.Refused<?> refused -> refused.why().code();
        };
    }
}
