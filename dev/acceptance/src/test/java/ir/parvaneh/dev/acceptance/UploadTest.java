package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Papers on their way in through the gateway, from the first part to the clerk's look at the scan. */
final class UploadTest {
    private static final int MIB = 1024 * 1024;
    private static final long FLAT = 64L * MIB;
    private static final int LARGE_MIB = 200;
    private static final int PART_MIB = 10;

    private final PermitFile file = PermitFile.drafted("citizen-0241", "office-021", 9);
    private final String path = "/v1/applications/" + file.id;

    @Test
    void a_paper_is_sent_in_parts_continued_after_a_break_checked_and_read() {
        byte[] content = Papers.image(2480, 3508, 5 * MIB);
        String upload = opened("deed", "سند مالکیت.png", content);
        assertThat(part(upload, content, 0, 2 * MIB).status()).isEqualTo(204);
        assertThat(part(upload, content, 3 * MIB, 4 * MIB).verdict()).isEqualTo("409 upload-offset-differs");
        assertThat(complete(upload, "en").verdict()).isEqualTo("409 upload-incomplete");
        Reply progress = new Ask("HEAD", upload).as(file.owner).send();
        assertThat(progress.header("Upload-Offset")).isEqualTo(Integer.toString(2 * MIB));
        assertThat(part(upload, content, 2 * MIB, content.length).status()).isEqualTo(204);
        Reply held = complete(upload, "en");
        assertThat(held.status()).as(held.toString()).isEqualTo(201);
        theOfficeLooksAtIt(held.at("/id"));
    }

    private void theOfficeLooksAtIt(String id) {
        file.to("scan-check");
        Person clerk = file.person("office-clerk");
        assertThat(clerk.get("/v1/quality-checks?limit=100").text()).contains(id);
        Reply seen = clerk.get("/v1/documents/" + id);
        Map<String, Object> good = Map.of("accepted", true, "resolution", 300);
        Reply checked = Ask.post("/v1/documents/" + id + "/quality-checks", good)
                .as(clerk)
                .ifMatch(seen.etag())
                .send();
        assertThat(checked.status()).as(checked.toString()).isEqualTo(200);
        Reply content = file.person("district-expert").get("/v1/documents/" + id + "/content");
        assertThat(content.status()).isEqualTo(200);
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Disposition")).startsWith("attachment");
        assertThat(new Person("citizen-0242").get("/v1/documents/" + id).verdict())
                .isEqualTo("404 not-found");
        assertThat(stateOf("deed")).isEqualTo("held");
        missingPapersAreAskedForOnce(clerk);
    }

    private void missingPapersAreAskedForOnce(Person clerk) {
        Reply asked = ask(clerk, Map.of());
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        List<String> papers = asked.json()
                .at("/requests/0/papers")
                .valueStream()
                .map(one -> one.path("paper").stringValue())
                .toList();
        assertThat(papers).contains("identity-papers").doesNotContain("deed");
        assertThat(ask(clerk, Map.of()).verdict()).isEqualTo("422 already-asked-once");
        Map<String, Object> because = Map.of("because", Map.of("code", "new-finding", "text", "the plot was split"));
        assertThat(ask(clerk, because).status()).isEqualTo(201);
    }

    private Reply ask(Person clerk, Map<String, Object> body) {
        String etag = clerk.get(path + "/checklist").etag();
        return Ask.post(path + "/deficiency-requests", body)
                .as(clerk)
                .ifMatch(etag)
                .send();
    }

    private String stateOf(String paper) {
        for (JsonNode item : file.owner.get(path + "/checklist").json().path("items")) {
            if (item.path("paper").asString("").equals(paper)) {
                return item.path("state").stringValue();
            }
        }
        return "not listed";
    }

    @TestFactory
    Stream<DynamicTest> what_is_refused_has_its_code_in_both_languages() {
        Map<String, byte[]> refused = new LinkedHashMap<>();
        refused.put("content-executable", Papers.program());
        refused.put("virus-found", Papers.virus());
        refused.put("zip-bomb", Papers.bomb());
        refused.put("zip-slip", Papers.slip());
        refused.put("pdf-encrypted", Papers.encrypted());
        refused.put("pdf-scripted", Papers.scripted());
        refused.put("image-too-large", Papers.image(10_000, 10_000, 100));
        return refused.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> refused(one.getKey(), one.getValue())));
    }

    private void refused(String code, byte[] content) {
        String kind = code.startsWith("zip") ? "plans" : "deed";
        String upload = opened(kind, "deed.pdf", content);
        assertThat(part(upload, content, 0, content.length).status()).isEqualTo(204);
        Reply english = complete(upload, "en");
        Reply persian = complete(upload, "fa");
        assertThat(english.verdict()).isEqualTo("422 " + code);
        assertThat(persian.verdict()).isEqualTo("422 " + code);
        assertThat(english.at("/title")).matches("\\p{ASCII}+");
        assertThat(persian.at("/title")).matches(".*\\p{IsArabic}.*");
    }

    @TestFactory
    Stream<DynamicTest> what_is_announced_wrongly_is_refused_before_the_first_byte() {
        Map<String, Map<String, Object>> wrong = new LinkedHashMap<>();
        wrong.put("upload-empty", Map.of("lengthBytes", 0));
        wrong.put("upload-too-large", Map.of("lengthBytes", 51L * MIB));
        wrong.put("file-name-path", Map.of("name", "../../etc/passwd"));
        wrong.put("file-name-control", Map.of("name", "deed\u0000.pdf"));
        wrong.put("file-name-bidi", Map.of("name", "deed\u202Efdp.exe"));
        wrong.put("file-name-too-long", Map.of("name", "d".repeat(200) + ".pdf"));
        wrong.put("digest-invalid", Map.of("sha256", "no digest"));
        return wrong.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    Map<String, Object> body = announced("deed", "deed.pdf", Papers.pdf());
                    body.putAll(one.getValue());
                    for (String language : List.of("en", "fa")) {
                        Reply reply = Ask.post(path + "/uploads", body)
                                .as(file.owner)
                                .header("Accept-Language", language)
                                .send();
                        assertThat(reply.verdict()).isEqualTo("422 " + one.getKey());
                    }
                }));
    }

    @Test
    void bytes_that_are_not_the_announced_ones_are_refused() {
        byte[] content = Papers.pdf();
        Map<String, Object> body = announced("deed", "deed.pdf", content);
        body.put("sha256", "ab".repeat(32));
        String upload = file.owner.post(path + "/uploads", body).header("Location");
        part(upload, content, 0, content.length);
        assertThat(complete(upload, "en").verdict()).isEqualTo("422 digest-mismatch");
    }

    @Test
    void the_gateway_takes_larger_parts_than_commands_and_none_that_is_too_large() {
        byte[] content = new byte[17 * MIB];
        String upload = opened("plans", "plans.pdf", content);
        assertThat(part(upload, content, 0, 17 * MIB).verdict()).isEqualTo("413 body-too-large");
        assertThat(part(upload, content, 0, 16 * MIB).status()).isEqualTo(204);
        Reply command = new Ask("POST", path + "/uploads")
                .as(file.owner)
                .key(UUID.randomUUID().toString())
                .raw("{\"name\":\"" + "x".repeat(2 * MIB) + "\"}")
                .send();
        assertThat(command.verdict()).isEqualTo("413 body-too-large");
    }

    /** Gateway and service live in this JVM: what either held of a part would be seen. */
    @Test
    void two_hundred_megabytes_leave_the_memory_of_the_city_as_it_was() {
        byte[] part = new byte[PART_MIB * MIB];
        Arrays.fill(part, (byte) 7);
        byte[] first = part.clone();
        byte[] head = "AC1032".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, first, 0, head.length);
        Map<String, Object> body = announced("plans", "plans.dwg", first);
        body.put("lengthBytes", (long) LARGE_MIB * MIB);
        body.put("sha256", digestOf(first, part));
        String upload = file.owner.post(path + "/uploads", body).header("Location");
        send(upload, 0, first);
        long before = live();
        long most = before;
        for (int at = PART_MIB; at < LARGE_MIB; at += PART_MIB) {
            send(upload, (long) at * MIB, part);
            most = Math.max(most, live());
        }
        Reply held = complete(upload, "en");
        assertThat(held.status()).as(held.toString()).isEqualTo(201);
        assertThat(Math.max(most, live()) - before).isLessThan(FLAT);
    }

    private void send(String upload, long offset, byte[] part) {
        Reply reply = new Ask("PATCH", upload)
                .as(file.owner)
                .header("Upload-Offset", Long.toString(offset))
                .bytes(part)
                .send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(204);
    }

    /** What is alive on the heap, garbage not counted, and what the network holds beside it. */
    private static long live() {
        System.gc();
        long buffers = ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT)
                .metric()
                .usedDirectMemory();
        return buffers
                + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String digestOf(byte[] first, byte[] part) {
        MessageDigest digest = sha256();
        digest.update(first);
        for (int at = PART_MIB; at < LARGE_MIB; at += PART_MIB) {
            digest.update(part);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private String opened(String kind, String name, byte[] content) {
        Reply opened = file.owner.post(path + "/uploads", announced(kind, name, content));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return opened.header("Location");
    }

    private static Map<String, Object> announced(String kind, String name, byte[] content) {
        Map<String, Object> body = new HashMap<>();
        body.put("kind", kind);
        body.put("name", name);
        body.put("lengthBytes", content.length);
        body.put("sha256", HexFormat.of().formatHex(sha256().digest(content)));
        return body;
    }

    private Reply part(String upload, byte[] content, int from, int to) {
        return new Ask("PATCH", upload)
                .as(file.owner)
                .header("Upload-Offset", Integer.toString(from))
                .bytes(Arrays.copyOfRange(content, from, to))
                .send();
    }

    private Reply complete(String upload, String language) {
        return Ask.post(upload + "/completion", Map.of())
                .as(file.owner)
                .header("Accept-Language", language)
                .send();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
