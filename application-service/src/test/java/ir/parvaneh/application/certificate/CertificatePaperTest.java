package ir.parvaneh.application.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class CertificatePaperTest {

    private static final String OWNER = "مریم رضایی";
    private static final CertificatePaper PRINTER =
            new CertificatePaper(GivenCertificate.POLICY, GivenCertificate.CITY);
    private static final Certificate PERMIT = GivenCertificate.signed(GivenCertificate.permit(123));

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private static Stream<Arguments> papers() {
        return GivenCertificate.POLICY.kinds().keySet().stream()
                .flatMap(kind -> Stream.of(Words.values()).map(words -> Arguments.of(kind, words)));
    }

    @ParameterizedTest
    @MethodSource("papers")
    void every_paper_is_pdf_a_2u_in_the_eyes_of_verapdf(String kind, Words words) throws Exception {
        byte[] pdf = PRINTER.print(GivenCertificate.ofKind(PERMIT, kind), OWNER, words);
        keep(pdf, kind + "-" + words);
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_U);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
            var result = validator.validate(parser);
            assertThat(result.isCompliant())
                    .as(result.getTestAssertions().toString())
                    .isTrue();
        }
    }

    @Test
    void text_comes_out_of_the_persian_paper_as_it_was_written() throws Exception {
        String text = text(PRINTER.print(PERMIT, OWNER, Words.fa));
        assertThat(text)
                .contains("شهرداری تهران", "پروانه ساختمان", OWNER + " مالک", "مسکونی کاربری")
                .contains("۷-۱-۱۲-۴-۰-۰-۰", "۲ آذر ۱۴۰۵", "۱٬۱۵۰٫۵ متر مربع", "عقب‌نشینی")
                .contains("آغاز ساخت پس از اعلام شروع به کار مهندسان ناظر است.");
        assertThat(text.codePoints().filter(c -> c >= 0xFB50 && c <= 0xFEFC)).isEmpty();
    }

    @Test
    void text_comes_out_of_the_english_paper_with_the_owner_in_persian() throws Exception {
        assertThat(text(PRINTER.print(PERMIT, OWNER, Words.en)))
                .contains("Building permit", "Owner " + OWNER, "7-1-12-4-0-0-0")
                .contains("23 November 2026 (1405/09/02)", "Gross floor area 1,150.5 m²");
    }

    @Test
    void the_same_certificate_gives_the_same_bytes_and_only_the_glyphs_it_needs() {
        byte[] first = PRINTER.print(PERMIT, OWNER, Words.fa);
        assertThat(PRINTER.print(PERMIT, OWNER, Words.fa)).isEqualTo(first);
        assertThat(PRINTER.print(PERMIT, null, Words.fa)).isNotEqualTo(first);
        assertThat(first).hasSizeLessThan(60_000);
    }

    @Test
    void the_longest_statement_still_fits_its_code() throws Exception {
        Certificate certificate = PERMIT.stating("x".repeat(900));
        byte[] pdf = PRINTER.print(certificate, OWNER, Words.en);
        assertThat(PageCode.read(pdf)).isEqualTo(PRINTER.scanned(certificate));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    /** Written to target/papers, to be looked at. */
    private static void keep(byte[] pdf, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "papers"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 75);
            ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
        }
    }
}
