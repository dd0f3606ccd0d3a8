package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A paper through the gateway: printed by its owner, verified by anybody, taken back by the deputy. */
final class CertificateTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void a_plan_order_is_printed_by_its_owner_verified_by_anybody_and_taken_back_by_the_deputy() {
        PermitFile file = PermitFile.drafted("citizen-0501", "office-051", 14).to("design");
        JsonNode paper = paperOf(file);
        String serial = paper.path("serial").asString();
        for (String language : List.of("fa", "en")) {
            Reply pdf = file.owner.get(paper.path("paper").path(language).asString());
            assertThat(pdf.text()).startsWith("%PDF-1.");
            assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        }
        assertThat(standing("serial=" + serial)).isEqualTo("valid");
        assertThat(standing("statement=" + paper.path("statement").asString())).isEqualTo("valid");
        assertThat(Ask.get("/verify?lang=fa&serial=" + serial).send().text()).contains("معتبر");
        revoke(file, serial);
        assertThat(standing("serial=" + serial)).isEqualTo("revoked");
    }

    private static JsonNode paperOf(PermitFile file) {
        String path = "/v1/applications/" + file.id + "/certificates";
        await().atMost(SOON)
                .until(() -> file.owner.get(path).json().path("items").size() == 1);
        return file.owner.get(path).json().at("/items/0");
    }

    private static String standing(String asked) {
        return Ask.get("/v1/verification?" + asked).send().at("/result");
    }

    private static void revoke(PermitFile file, String serial) {
        Person deputy = file.cast.get("district-deputy");
        String path = "/v1/certificates/" + serial;
        Map<String, Object> reason = Map.of("reason", Map.of("code", "issued-in-error", "text", "the order was wrong"));
        Reply reply = Ask.post(path + "/revocation", reason)
                .as(deputy)
                .ifMatch(deputy.get(path).etag())
                .send();
        assertThat(reply.verdict()).as(reply.toString()).isEqualTo("200");
    }
}
