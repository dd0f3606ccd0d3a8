package ir.parvaneh.application.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTest {

    private static final int FIRST_FORM = 0xFB50;

    /** What stands on the line, from left to right. */
    private static String drawn(Script script, String written) {
        return script.runs(written).stream().map(Script.Run::drawn).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({
        "پروانه, FEEA FEE7 FE8D FEED FEAE FB58",
        "گچ, FB7B FB94",
        "یکی, FBFD FB91 FBFE",
        "مژه, FEE9 FB8B FEE3",
        "سلام, FEE1 FEFC FEB3",
        "لا, FEFB",
        "آب, FE8F FE81",
        "مَرد, FEA9 FEAE 064E FEE3"
    })
    void letters_take_the_forms_their_neighbours_ask_for(String written, String forms) {
        String found = drawn(Script.PERSIAN, written)
                .codePoints()
                .mapToObj("%04X"::formatted)
                .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(forms);
    }

    @Test
    void no_letter_of_the_persian_alphabet_is_left_without_its_form() {
        String alphabet = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی";
        for (int letter : alphabet.codePoints().toArray()) {
            String between = "ب" + Character.toString(letter) + "ب";
            drawn(Script.PERSIAN, between)
                    .codePoints()
                    .forEach(form -> assertThat(form).as(between).isGreaterThanOrEqualTo(FIRST_FORM));
        }
    }

    @Test
    void a_half_space_parts_letters_and_leaves_no_trace_on_the_line() {
        String apart = drawn(Script.PERSIAN, "می‌شود");
        assertThat(apart).doesNotContain("\u200C");
        assertThat(apart.codePoints().toArray()).contains(0xFBFD).doesNotContain(0xFBFF);
        assertThat(Script.PERSIAN.runs("می‌شود").getFirst().written()).isEqualTo("می‌شود");
    }

    @ParameterizedTest
    @CsvSource({"۲ آذر ۱۴۰۵, ۱۴۰۵ رذآ ۲", "(الف), (فلا)", "نشانی 127.0.0.1, 127.0.0.1 یناشن"})
    void numbers_keep_their_order_and_brackets_their_sense(String written, String onTheLine) {
        assertThat(Normalizer.normalize(drawn(Script.PERSIAN, written), Normalizer.Form.NFKC))
                .isEqualTo(onTheLine);
    }

    @Test
    void a_code_in_isolation_keeps_its_order() {
        assertThat(drawn(Script.PERSIAN, "\u2066۷-۱-۱۲-۴-۰-۰-۰\u2069")).isEqualTo("۷-۱-۱۲-۴-۰-۰-۰");
    }
}
