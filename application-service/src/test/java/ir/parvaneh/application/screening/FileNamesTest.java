package ir.parvaneh.application.screening;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    private static final int LONGEST = 120;

    @ParameterizedTest
    @ValueSource(strings = {"deed.pdf", "سند مالکیت ۱.pdf", "بنچاق می‌خواهم.pdf", "plan (2).v3.dwg", "نقشه-طبقه_۲.PDF"})
    void a_plain_name_in_either_language_is_taken(String name) {
        assertThat(FileNames.fault(name, LONGEST)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd|file-name-path",
                "/etc/passwd|file-name-path",
                "..\\..\\windows\\win.ini|file-name-path",
                "C:\\deed.pdf|file-name-path",
                "..|file-name-path",
                "..%2f..%2fdeed.pdf|file-name-path",
                "deed.pdf:stream|file-name-path",
                "~root|file-name-path",
                ".htaccess|file-name-reserved",
                "deed.pdf.|file-name-reserved",
                "CON|file-name-reserved",
                "nul.pdf|file-name-reserved",
                "<script>.pdf|file-name-reserved",
                "what?.pdf|file-name-reserved"
            })
    void a_hostile_name_is_refused(String name, String code) {
        assertThat(FileNames.fault(name, LONGEST).map(Refusal::code)).contains(code);
    }

    @Test
    void marks_nobody_sees_are_refused() {
        assertThat(code("deed\u0000.pdf")).isEqualTo("file-name-control");
        assertThat(code("deed\r\nSet-Cookie: a=b.pdf")).isEqualTo("file-name-control");
        assertThat(code("deed\u007F.pdf")).isEqualTo("file-name-control");
        assertThat(code("deed\u202Efdp.exe")).isEqualTo("file-name-bidi");
        assertThat(code("deed\u2067.pdf")).isEqualTo("file-name-bidi");
        assertThat(code("\u200Fdeed.pdf")).isEqualTo("file-name-bidi");
        assertThat(code("deed\uD800.pdf")).isEqualTo("file-name-control");
    }

    @Test
    void a_long_name_is_refused_by_its_letters_and_not_by_its_bytes() {
        assertThat(FileNames.fault("س".repeat(116) + ".pdf", LONGEST)).isEmpty();
        assertThat(code("س".repeat(117) + ".pdf")).isEqualTo("file-name-too-long");
    }

    private static String code(String name) {
        return FileNames.fault(name, LONGEST).map(Refusal::code).orElse("taken");
    }
}
