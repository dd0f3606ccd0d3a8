package ir.parvaneh.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsaidTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/applications/0b8f5f4e-1d2c-4a3b-9c8d-7e6f5a4b3c2d/actions,"
                + " /v1/applications/0b8f5f4e-1d2c-4a3b-9c8d-7e6f5a4b3c2d/actions",
        "/v1/tracking/0000000000000000, /v1/tracking/0000000000000000",
        "/evidence/papers/0/pages, /evidence/papers/0/pages",
        "Idempotency-Key, Idempotency-Key",
        "/v1/applications/0499370899, /v1/applications/-",
        "/v1/applications/id-09123456789/actions, /v1/applications/-/actions",
        "/v1/applications/%D8%B9%D9%84%DB%8C, /v1/applications/-",
        "/علی, /-"
    })
    void what_could_be_a_name_or_a_number_is_left_out(String path, String said) {
        assertThat(Unsaid.in(path)).isEqualTo(said);
    }
}
