package ir.parvaneh.application.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.certificate.Certificate.Revocation;
import ir.parvaneh.application.certificate.Verification.Finding;
import ir.parvaneh.contracts.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerificationPageTest {

    private static final VerificationPage PAGE = new VerificationPage();
    private static final Instant NOW = GivenCertificate.ISSUED.plusSeconds(60);
    private static final Certificate PERMIT = GivenCertificate.permit(123);

    private static Stream<Arguments> answers() {
        var reason = new Revocation("deputy-7", new Reason("forged-deed", "a text for the file"), NOW, true);
        return Stream.of(
                        Arguments.of("valid", finding(PERMIT, NOW)),
                        Arguments.of("superseded", finding(PERMIT.supersededBy("07-1405-000124-31", NOW, 2), NOW)),
                        Arguments.of("revoked", finding(PERMIT.revoked(reason, 2), NOW)),
                        Arguments.of("expired", finding(PERMIT, NOW.plusSeconds(100_000_000))),
                        Arguments.of("unknown", Verification.unknown(Verification.SIGNATURE_BROKEN, NOW)))
                .flatMap(
                        one -> Stream.of(Words.values()).map(words -> Arguments.of(one.get()[0], one.get()[1], words)));
    }

    private static Finding finding(Certificate certificate, Instant now) {
        return Verification.found(certificate, GivenCertificate.POLICY, true, now);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void each_answer_is_a_page_in_either_language_that_names_nobody(String result, Finding finding, Words words)
            throws IOException {
        String html = PAGE.found(finding, "ey.ey.sig", words);
        keep(html, result + "-" + words);
        assertThat(finding.result().wire()).isEqualTo(result);
        assertThat(html).contains("class=\"card " + result + "\"", words.of(finding.title()), "ey.ey.sig");
        assertThat(html).doesNotContain("citizen-0001", "deputy-7", "a text for the file", "{{");
    }

    /** Written to target/papers, to be looked at. */
    private static void keep(String html, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "papers"));
        Files.writeString(folder.resolve("verify-" + name + ".html"), html);
    }
}
