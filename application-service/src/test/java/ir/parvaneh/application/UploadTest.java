package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.application.screening.SamplePapers;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

class UploadTest {

    private static final byte[] PAPER = SamplePapers.pdf(40);

    private final FileStory story = FileStory.drafted();

    @Test
    void a_paper_comes_in_parts_and_is_held() {
        Sending sending = Sending.opened(story.owner, story.path(), "deed", PAPER);
        assertThat(sending.offset()).isEqualTo("0");
        sending.complete().isProblem(409, "upload-incomplete");
        assertThat(sending.part(0, 1000).is(204).header("Upload-Offset")).isEqualTo("1000");
        Answer gap = sending.part(2000, 3000).isProblem(409, "upload-offset-differs");
        assertThat(gap.header("Upload-Offset")).isEqualTo("1000");
        sending.part(0, 500).isProblem(409, "upload-offset-differs");
        sending.part(1000, PAPER.length).is(204);
        assertThat(sending.offset()).isEqualTo(Integer.toString(PAPER.length));
        Answer held = sending.complete().is(201);
        assertThat(held.text("/code")).isEqualTo("D01");
        assertThat(held.body().at("/versions/0/pages").asInt()).isEqualTo(40);
        assertThat(held.text("/versions/0/type")).isEqualTo("application/pdf");
        assertThat(held.text("/versions/0/digest")).isEqualTo(Sending.sha256(PAPER));
        assertThat(sending.complete().is(201).text("/id")).isEqualTo(held.text("/id"));
        sending.part(PAPER.length, PAPER.length).isProblem(409, "upload-closed");
    }

    @Test
    void an_upload_whose_line_broke_goes_on_where_it_stopped() throws IOException {
        byte[] large = new byte[3_000_000];
        new Random(5).nextBytes(large);
        System.arraycopy(SamplePapers.png(800, 600), 0, large, 0, SamplePapers.png(800, 600).length);
        Sending sending = Sending.opened(story.owner, story.path(), "photo", large);
        breakOff(sending, 1_500_000);
        await().atMost(Duration.ofSeconds(20)).until(() -> Long.parseLong(sending.offset()) > 0);
        int arrived = Integer.parseInt(await().atMost(Duration.ofSeconds(20))
                .until(sending::offset, offset -> offset.equals(sending.offset())));
        assertThat(arrived).isBetween(1, 1_500_000);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> sending.part(arrived, large.length).status() == 204);
        sending.complete().is(201);
    }

    /** Sends the head of a part and some of its bytes, then cuts the line. */
    private static void breakOff(Sending sending, int after) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", CITY.port())) {
            OutputStream out = socket.getOutputStream();
            String head = "PATCH " + sending.path() + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + CITY.issuer.token(sending.person().id(), sending.person()::claim)
                    + "\r\nUpload-Offset: 0\r\nContent-Length: "
                    + sending.content().length + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(sending.content(), 0, after);
            out.flush();
            await().atMost(Duration.ofSeconds(20)).until(() -> Long.parseLong(sending.offset()) > 0);
        }
    }

    @TestFactory
    Stream<DynamicTest> what_is_refused_has_its_code_in_both_languages() {
        Map<String, byte[]> refused = new LinkedHashMap<>();
        refused.put("content-executable", SamplePapers.program());
        refused.put("virus-found", SamplePapers.eicar());
        refused.put("zip-bomb", SamplePapers.bomb());
        refused.put("zip-slip", SamplePapers.slip());
        refused.put("pdf-encrypted", SamplePapers.encryptedPdf("secret"));
        refused.put("pdf-scripted", SamplePapers.scriptedPdf());
        refused.put("image-too-large", SamplePapers.png(10_000, 10_000));
        return refused.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    String kind = one.getKey().startsWith("zip") ? "plans" : "deed";
                    Sending sending = Sending.opened(story.owner, story.path(), kind, one.getValue());
                    sending.part(0, one.getValue().length).is(204);
                    Answer english = sending.complete().isProblem(422, one.getKey());
                    Answer persian = CITY.post(
                                    story.owner, sending.path() + "/completion", Map.of(), "Accept-Language", "fa")
                            .isProblem(422, one.getKey());
                    assertThat(persian.text("/title"))
                            .matches(".*\\p{IsArabic}.*")
                            .isNotEqualTo(english.text("/title"));
                    assertThat(CITY.get(story.owner, sending.path()).text("/state"))
                            .isEqualTo("refused");
                }));
    }

    @Test
    void bytes_that_are_not_the_announced_ones_are_refused() {
        Map<String, Object> body = Sending.body("deed", "deed.pdf", PAPER);
        body.put("sha256", Sending.sha256(SamplePapers.pdf(1)));
        String path =
                CITY.post(story.owner, story.path() + "/uploads", body).is(201).header("Location");
        Sending sending = new Sending(story.owner, path, PAPER);
        sending.part(0, PAPER.length).is(204);
        sending.complete().isProblem(422, "digest-mismatch");
        sending.complete().isProblem(422, "digest-mismatch");
    }

    @Test
    void what_can_be_told_before_the_first_byte_is_told_then() {
        opening("deed", "deed.pdf", 0, null, 422, "upload-empty");
        opening("deed", "deed.pdf", 51L * 1024 * 1024, null, 422, "upload-too-large");
        opening("deed", "../deed.pdf", 10, null, 422, "file-name-path");
        opening("deed", "deed\u202Efdp.exe", 10, null, 422, "file-name-bidi");
        opening("deed", "deed\u0007.pdf", 10, null, 422, "file-name-control");
        opening("deed", "d".repeat(117) + ".pdf", 10, null, 422, "file-name-too-long");
        opening("deed", "CON.pdf", 10, null, 422, "file-name-reserved");
        opening("deed", "0499370899.pdf", 10, null, 422, "personal-data-in-text");
        opening("deed", "deed.pdf", 10, "ABCD", 422, "digest-invalid");
        opening("rumour", "deed.pdf", 10, null, 422, "paper-kind-unknown");
        opening("owners-presence", "deed.pdf", 10, null, 422, "paper-kind-unknown");
    }

    private void opening(String kind, String name, long length, String digest, int status, String code) {
        Map<String, Object> body = new HashMap<>(Sending.body(kind, name, PAPER));
        body.put("lengthBytes", length);
        body.compute("sha256", (field, right) -> digest == null ? right : digest);
        CITY.post(story.owner, story.path() + "/uploads", body).isProblem(status, code);
    }

    @Test
    void a_part_keeps_to_the_announced_length() {
        Sending sending = Sending.opened(story.owner, story.path(), "deed", PAPER);
        byte[] longer = new byte[PAPER.length + 1];
        new Sending(story.owner, sending.path(), longer).part(0, longer.length).isProblem(422, "upload-too-long");
        assertThat(sending.offset()).isEqualTo("0");
        CITY.carries(story.owner, "PATCH", sending.path(), BodyPublishers.ofByteArray(PAPER))
                .isProblem(400, "upload-offset-missing");
    }

    @Test
    void an_upload_is_its_senders_alone() {
        Sending sending = Sending.opened(story.owner, story.path(), "deed", PAPER);
        Person stranger = Person.citizen("stranger-" + UUID.randomUUID());
        Sending foreign = new Sending(stranger, sending.path(), PAPER);
        foreign.part(0, 10).isProblem(404, "not-found");
        foreign.complete().isProblem(404, "not-found");
        CITY.get(stranger, sending.path()).isProblem(404, "not-found");
        CITY.post(stranger, story.path() + "/uploads", Sending.body("deed", "a.pdf", PAPER))
                .isProblem(404, "not-found");
        CITY.get(null, sending.path()).isProblem(401, "token-missing");
    }

    @Test
    void an_upload_is_opened_once_for_one_key_and_can_be_given_up() {
        String body = JsonMapper.shared().writeValueAsString(Sending.body("deed", "deed.pdf", PAPER));
        String key = UUID.randomUUID().toString();
        Answer first =
                CITY.sends(story.owner, story.path() + "/uploads", body, key).is(201);
        Answer again =
                CITY.sends(story.owner, story.path() + "/uploads", body, key).is(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        CITY.delete(story.owner, first.header("Location")).is(204);
        CITY.get(story.owner, first.header("Location")).is(200);
        new Sending(story.owner, first.header("Location"), PAPER).part(0, 10).isProblem(409, "upload-closed");
    }

    @Test
    void a_file_has_so_many_open_uploads_and_no_more() {
        for (int i = 0; i < 20; i++) {
            Sending.opened(story.owner, story.path(), "deed", SamplePapers.png(i + 1, 1));
        }
        CITY.post(story.owner, story.path() + "/uploads", Sending.body("deed", "a.pdf", PAPER))
                .isProblem(429, "too-many-uploads");
    }
}
