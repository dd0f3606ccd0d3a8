package ir.parvaneh.application.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VirusScanTest {

    private final VirusScan development = new EicarScan();

    /** At the beginning, on both sides of where one part ends and the next begins, and far behind. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_468, 65_500, 65_536, 65_604, 131_040, 1_000_000})
    void the_test_signature_is_found_wherever_it_stands(int at) throws IOException {
        assertThat(development.find(new ByteArrayInputStream(planted(at)))).contains("Eicar-Test-Signature");
    }

    @Test
    void what_is_not_the_signature_is_not_found() throws IOException {
        byte[] almost = Arrays.copyOf(SamplePapers.eicar(), SamplePapers.eicar().length - 1);
        assertThat(development.find(new ByteArrayInputStream(almost))).isEmpty();
        assertThat(development.find(new ByteArrayInputStream(new byte[200_000])))
                .isEmpty();
    }

    @Test
    void clamd_gets_the_whole_content_in_parts_and_says_what_it_found() throws Exception {
        byte[] content = planted(150_000);
        try (FakeClamd clamd = FakeClamd.answering("stream: Eicar-Test-Signature FOUND")) {
            assertThat(clamd.client().find(new ByteArrayInputStream(content))).contains("Eicar-Test-Signature");
            assertThat(clamd.received()).isEqualTo(content);
            assertThat(clamd.parts()).isGreaterThan(1);
        }
    }

    @Test
    void clamd_lets_pass_what_it_calls_good() throws Exception {
        try (FakeClamd clamd = FakeClamd.answering("stream: OK")) {
            assertThat(clamd.client().find(new ByteArrayInputStream(new byte[10])))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN COMMAND", ""})
    void any_other_answer_is_no_answer(String answer) throws Exception {
        try (FakeClamd clamd = FakeClamd.answering(answer)) {
            assertThatThrownBy(() -> clamd.client().find(new ByteArrayInputStream(new byte[10])))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20_000_000})
    void content_that_is_too_much_for_clamd_is_told_from_a_clamd_that_is_away(int size) throws Exception {
        try (FakeClamd clamd = FakeClamd.takingNoMoreThan(5, "INSTREAM size limit exceeded. ERROR")) {
            assertThatThrownBy(() -> clamd.client().find(new ByteArrayInputStream(new byte[size])))
                    .isInstanceOf(VirusScan.TooLarge.class);
        }
    }

    @Test
    void a_clamd_that_is_away_or_silent_lets_nothing_pass() throws Exception {
        VirusScan client;
        try (FakeClamd clamd = FakeClamd.answering(null)) {
            client = clamd.client();
            assertThatThrownBy(() -> client.find(new ByteArrayInputStream(new byte[10])))
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> client.find(new ByteArrayInputStream(new byte[10])))
                .isInstanceOf(IOException.class);
    }

    private static byte[] planted(int at) {
        byte[] before = new byte[at];
        new Random(at).nextBytes(before);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(before);
        content.writeBytes(SamplePapers.eicar());
        content.writeBytes(new byte[100]);
        return content.toByteArray();
    }
}
