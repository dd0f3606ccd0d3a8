package ir.parvaneh.application.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.parvaneh.application.screening.Screened.Traits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ScreeningTest {

    private final Screening screening = new Screening(ScreeningPolicy.load(), new EicarScan());

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> what_is_refused_has_its_code() {
        Map<String, byte[]> refused = new LinkedHashMap<>();
        refused.put("upload-empty", new byte[0]);
        refused.put("virus-found", SamplePapers.eicar());
        refused.put("content-executable: a Windows program", SamplePapers.program());
        refused.put("content-executable: a shell script", SamplePapers.script());
        refused.put("type-not-allowed", "just a text".getBytes());
        refused.put("pdf-encrypted: with a password", SamplePapers.encryptedPdf("secret"));
        refused.put("pdf-encrypted: without one", SamplePapers.encryptedPdf(""));
        refused.put("pdf-scripted", SamplePapers.scriptedPdf());
        refused.put("pdf-scripted: in hex", SamplePapers.hiddenScriptPdf());
        refused.put("pdf-launches", SamplePapers.launchingPdf());
        refused.put("pdf-embeds-files", SamplePapers.carryingPdf());
        refused.put("pdf-broken", "%PDF-1.7\nnothing of the kind".getBytes());
        refused.put("pdf-bomb", SamplePapers.pdfBomb("/Type /ObjStm"));
        refused.put("pdf-bomb: in hex", SamplePapers.pdfBomb("/Type /Obj#53tm"));
        refused.put("pdf-bomb: packed twice", SamplePapers.pdfPackedTwice());
        refused.put("image-too-large: a hundred megapixels", SamplePapers.png(10_000, 10_000));
        refused.put("image-too-large: beyond all numbers", SamplePapers.png(Integer.MAX_VALUE, Integer.MAX_VALUE));
        refused.put("image-too-large: a JPEG", SamplePapers.jpeg(10_000, 10_000));
        refused.put("image-broken", SamplePapers.png(0, 10));
        refused.put("zip-bomb", SamplePapers.bomb());
        refused.put("zip-slip", SamplePapers.slip());
        refused.put("zip-slip: by backslash", SamplePapers.zip("a\\..\\..\\plan.pdf", SamplePapers.pdf(1)));
        refused.put("zip-slip: from the root", SamplePapers.zip("/etc/plan.pdf", SamplePapers.pdf(1)));
        refused.put("archive-nested", SamplePapers.zip("a.zip", SamplePapers.zip("a.pdf", SamplePapers.pdf(1))));
        refused.put("archive-too-many-entries", SamplePapers.crowd(201));
        refused.put("archive-broken", SamplePapers.zip());
        refused.put("archive-broken: data that end early", SamplePapers.cutShort());
        refused.put("virus-found: in an archive", SamplePapers.zip("plan.pdf", SamplePapers.eicar()));
        refused.put("content-executable: in an archive", SamplePapers.zip("plan.pdf", SamplePapers.program()));
        refused.put("pdf-scripted: in an archive", SamplePapers.zip("plan.pdf", SamplePapers.scriptedPdf()));
        return refused.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> assertThat(codeOf(one.getValue()))
                        .isEqualTo(one.getKey().split(":")[0])));
    }

    @Test
    void a_paper_is_known_by_its_content() throws IOException {
        assertThat(traits(SamplePapers.pdf(3))).isEqualTo(Traits.of("application/pdf", 3));
        assertThat(traits(SamplePapers.packedPdf(3))).isEqualTo(Traits.of("application/pdf", 3));
        assertThat(traits(SamplePapers.png(2480, 3508))).isEqualTo(new Traits("image/png", 1, 2480, 3508, 300));
        assertThat(traits(SamplePapers.jpeg(2480, 3508))).isEqualTo(new Traits("image/jpeg", 1, 2480, 3508, 300));
        assertThat(traits(SamplePapers.dwg())).isEqualTo(Traits.of("image/vnd.dwg", 1));
        assertThat(traits(SamplePapers.zip("a.dwg", SamplePapers.dwg(), "b.pdf", SamplePapers.pdf(2))))
                .isEqualTo(Traits.of("application/zip", 3));
    }

    @Test
    void a_kind_of_paper_may_take_fewer_types() throws IOException {
        Screened screened = screening.screen(file(SamplePapers.pdf(1)), List.of("image/jpeg"));
        assertThat(screened).isInstanceOf(Screened.Refused.class);
    }

    @Test
    void a_scanner_that_is_away_lets_nothing_pass() {
        Screening unscanned = new Screening(ScreeningPolicy.load(), content -> {
            throw new IOException("away");
        });
        assertThatThrownBy(() -> unscanned.screen(file(SamplePapers.pdf(1)), List.of()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void what_the_scanner_takes_in_no_size_is_refused() throws IOException {
        Screening small = new Screening(ScreeningPolicy.load(), content -> {
            throw new VirusScan.TooLarge("INSTREAM size limit exceeded. ERROR");
        });
        Screened screened = small.screen(file(SamplePapers.pdf(1)), List.of());
        assertThat(((Screened.Refused) screened).refusal().code()).isEqualTo("too-large-to-scan");
    }

    @Test
    void nothing_stays_of_what_was_unpacked() throws IOException {
        long before = unpacked();
        codeOf(SamplePapers.bomb());
        traits(SamplePapers.zip("a.dwg", SamplePapers.dwg()));
        assertThat(unpacked()).isEqualTo(before);
    }

    private static long unpacked() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(one -> one.getFileName().toString().startsWith("entry-"))
                    .count();
        }
    }

    private Traits traits(byte[] content) throws IOException {
        return switch (screening.screen(file(content), List.of())) {
            case Screened.Passed(Traits traits) -> traits;
            case Screened.Refused(var why) -> throw new AssertionError(why.toString());
        };
    }

    private String codeOf(byte[] content) throws IOException {
        return switch (screening.screen(file(content), List.of())) {
            case Screened.Passed(Traits traits) -> "passed as " + traits;
            case Screened.Refused(var why) -> why.code();
        };
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("paper.pdf"), content);
    }
}
