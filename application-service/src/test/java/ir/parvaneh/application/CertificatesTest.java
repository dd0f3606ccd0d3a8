package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.application.certificate.PageCode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.InflaterInputStream;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the plan order of a file to the paper, its code, and what anybody is told about it. */
class CertificatesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Person DEPUTY = Person.atDistrict("district-deputy", 7);
    private static final Map<String, Object> REASON =
            Map.of("reason", Map.of("code", "forged-deed", "text", "the deed was forged"));

    private static FileStory planOrdered() {
        Person owner = Person.citizen("citizen-" + UUID.randomUUID());
        CITY.put(owner, "/v1/me", Map.of("nationalId", "0012345679", "name", "مریم رضایی", "mobile", "09123456789"))
                .is(204);
        FileStory story = FileStory.drafted(owner);
        story.acts("submit").is(200);
        return story.assigned(FileStory.OFFICE)
                .decides(
                        "take-up",
                        "pass-scans",
                        "confirm-ownership",
                        "record-office-fee",
                        "record-visit",
                        "submit-inspection-report")
                .decides("approve-inspection", "confirm-status", "issue-plan-order");
    }

    private static JsonNode paperOf(FileStory story) {
        String path = story.path() + "/certificates";
        await().atMost(SOON)
                .until(() ->
                        CITY.get(story.owner, path).is(200).body().get("items").size() == 1);
        return CITY.get(story.owner, path).body().at("/items/0");
    }

    private static Answer verified(String parameter, String value) {
        return CITY.get(null, "/v1/verification?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .is(200);
    }

    private static JsonWebKeySet keys() throws JoseException {
        return new JsonWebKeySet(
                new String(CITY.bytes(null, "/v1/certificate-keys").body(), StandardCharsets.UTF_8));
    }

    /** By jose4j, which had no part in signing; the published keys are all it is given. */
    private static boolean holds(String statement, JsonWebKeySet keys) {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setCompactSerialization(statement);
            var key = new VerificationJwkSelector().select(jws, keys.getJsonWebKeys());
            if (key == null) {
                return false;
            }
            jws.setKey(key.getKey());
            return jws.verifySignature();
        } catch (JoseException malformed) {
            return false;
        }
    }

    @Test
    void the_code_on_the_page_is_read_back_and_verified_without_us_and_every_flipped_bit_is_found() throws Exception {
        FileStory story = planOrdered();
        JsonNode paper = paperOf(story);
        HttpResponse<byte[]> pdf = CITY.bytes(story.owner, paper.at("/paper/fa").asString());
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        String scanned = PageCode.read(pdf.body());
        assertThat(scanned)
                .isEqualTo(PageCode.read(
                        CITY.bytes(story.owner, paper.at("/paper/en").asString())
                                .body()));
        String statement = scanned.substring(scanned.indexOf("s=") + 2);
        assertThat(holds(statement, keys())).isTrue();
        JsonNode claims = claims(statement);
        assertThat(claims.at("/jti").asString()).isEqualTo(paper.at("/serial").asString());
        assertThat(claims.toString()).doesNotContain(story.owner.id(), "رضایی", "0012345679", "09123456789");
        assertThat(verified("statement", statement).text("/result")).isEqualTo("valid");
        everyFlippedBitIsFound(statement);
    }

    /** Each bit by jose4j; every hundredth by our own verification as well. */
    private static void everyFlippedBitIsFound(String statement) throws JoseException {
        JsonWebKeySet keys = keys();
        String[] parts = statement.split("\\.");
        for (int part = 0; part < 3; part++) {
            byte[] bytes = Base64.getUrlDecoder().decode(parts[part]);
            for (int bit = 0; bit < bytes.length * 8; bit++) {
                String forged = flipped(parts, part, bytes, bit);
                assertThat(holds(forged, keys)).as("part %d, bit %d", part, bit).isFalse();
                if (bit % 100 == 0) {
                    Answer answer = verified("statement", forged);
                    assertThat(answer.text("/result")).isEqualTo("unknown");
                    assertThat(answer.text("/why")).isEqualTo("signature-broken");
                }
            }
        }
    }

    private static String flipped(String[] parts, int part, byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        String[] forged = parts.clone();
        forged[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(flipped);
        return String.join(".", forged);
    }

    private static JsonNode claims(String statement) {
        return JSON.readTree(Base64.getUrlDecoder().decode(statement.split("\\.")[1]));
    }

    @Test
    void a_revoked_paper_answers_revoked_everywhere_and_stands_on_the_status_list() throws Exception {
        FileStory story = planOrdered();
        JsonNode paper = paperOf(story);
        String serial = paper.get("serial").asString();
        String path = "/v1/certificates/" + serial;
        JsonNode place = claims(paper.get("statement").asString()).at("/status/status_list");
        assertThat(status(place)).isZero();
        String etag = CITY.get(DEPUTY, path).is(200).etag();
        revocation(story.owner, path, etag).isProblem(403, "forbidden");
        revocation(Person.atDistrict("district-deputy", 8), path, etag).isProblem(404, "not-found");
        revocation(DEPUTY, path, "\"77\"").isProblem(412, "stale-version");
        revocation(DEPUTY, path, etag).is(200);
        String now = CITY.get(DEPUTY, path).is(200).etag();
        revocation(DEPUTY, path, now).isProblem(409, "already-revoked");
        Answer answer = verified("serial", serial);
        assertThat(answer.text("/result")).isEqualTo("revoked");
        assertThat(answer.text("/reason")).isEqualTo("forged-deed");
        assertThat(verified("statement", paper.get("statement").asString()).text("/result"))
                .isEqualTo("revoked");
        await().atMost(SOON).until(() -> status(place) == 1);
        assertThat(page("/verify?lang=en&serial=" + serial)).contains("revoked").doesNotContain("the deed was forged");
    }

    private static Answer revocation(Person person, String path, String etag) {
        return CITY.post(person, path + "/revocation", REASON, "If-Match", etag);
    }

    /** The two bits of a place, as whoever holds the list reads them. */
    private static int status(JsonNode place) throws Exception {
        String path = URI.create(place.get("uri").asString()).getPath();
        HttpResponse<byte[]> answer = CITY.bytes(null, path);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/statuslist+jwt");
        String list = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(holds(list, keys())).isTrue();
        JsonNode told = claims(list).get("status_list");
        assertThat(told.get("bits").asInt()).isEqualTo(2);
        byte[] packed = Base64.getUrlDecoder().decode(told.get("lst").asString());
        byte[] bits = new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        int index = place.get("idx").asInt();
        return bits[index * 2 / 8] >> index * 2 % 8 & 0b11;
    }

    @Test
    void a_newer_paper_takes_the_place_of_the_older_one() {
        Instant now = Instant.now();
        PaperTrail trail = new PaperTrail().issues(5, now.minusSeconds(3600)).issues(4, now);
        List<String> serials = trail.serials(2);
        await().atMost(SOON)
                .until(() ->
                        verified("serial", serials.getFirst()).text("/result").equals("superseded"));
        assertThat(verified("serial", serials.getFirst()).text("/supersededBy")).isEqualTo(serials.getLast());
        assertThat(verified("serial", serials.getLast()).text("/result")).isEqualTo("valid");
    }

    @Test
    void a_paper_whose_time_is_over_is_expired() {
        PaperTrail trail = new PaperTrail().issues(5, Instant.now().minus(Duration.ofDays(400)));
        Answer answer = verified("serial", trail.serials(1).getFirst());
        assertThat(answer.text("/result")).isEqualTo("expired");
    }

    @Test
    void what_was_never_issued_is_unknown_and_a_typing_error_is_called_one() {
        assertThat(verified("serial", "07-1405-000123-35").text("/why")).isEqualTo("not-a-serial");
        assertThat(verified("serial", "22-1500-999999-44").text("/result")).isEqualTo("unknown");
        assertThat(verified("statement", "eyJhbGciOiJub25lIn0.e30.").text("/result"))
                .isEqualTo("unknown");
        CITY.get(null, "/v1/verification").isProblem(400, "parameter-missing");
        CITY.get(null, "/v1/status-lists/22-1500").isProblem(404, "not-found");
    }

    @Test
    void an_older_key_is_retired_and_goes_on_verifying_what_it_signed() throws JoseException {
        Instant now = Instant.now();
        String before = new PaperTrail().issues(5, now).serials(1).getFirst();
        CITY.post(Person.citizen("c"), "/v1/operations/application/certificate-keys", Map.of())
                .isProblem(403, "forbidden");
        String newest = CITY.post(Person.OPERATOR, "/v1/operations/application/certificate-keys", Map.of())
                .is(201)
                .text("/signing");
        FileStory story = planOrdered();
        String statement = paperOf(story).get("statement").asString();
        String header = new String(Base64.getUrlDecoder().decode(statement.split("\\.")[0]), StandardCharsets.UTF_8);
        assertThat(header).contains(newest);
        assertThat(holds(statement, keys())).isTrue();
        assertThat(verified("serial", before).text("/result")).isEqualTo("valid");
        JsonNode keys =
                JSON.readTree(CITY.bytes(null, "/v1/certificate-keys").body()).get("keys");
        assertThat(keys.size()).isGreaterThanOrEqualTo(2);
        assertThat(keys.toString()).contains("\"retired\"").doesNotContain("\"d\"");
    }

    @Test
    void papers_are_for_those_who_see_the_file_and_each_printing_is_written_down() {
        FileStory story = planOrdered();
        JsonNode paper = paperOf(story);
        String printed = paper.at("/paper/fa").asString();
        assertThat(CITY.bytes(Person.citizen("stranger"), printed).statusCode()).isEqualTo(404);
        assertThat(CITY.bytes(null, printed).statusCode()).isEqualTo(401);
        assertThat(CITY.bytes(Person.AUDITOR, printed).statusCode()).isEqualTo(200);
        assertThat(CITY.bytes(story.owner, printed.replace("=fa", "=de")).statusCode())
                .isEqualTo(400);
        CITY.get(Person.citizen("stranger"), story.path() + "/certificates").isProblem(404, "not-found");
        CITY.get(Person.citizen("stranger"), "/v1/certificates/07-1405-000123-35")
                .isProblem(404, "not-found");
    }

    @Test
    void the_page_for_people_says_it_in_both_languages_and_names_nobody() {
        FileStory story = planOrdered();
        JsonNode paper = paperOf(story);
        String asked = "s=" + paper.get("statement").asString();
        String persian = page("/verify?lang=fa&" + asked);
        assertThat(persian).contains("dir=\"rtl\"", "معتبر", "کد نوسازی", "دستور نقشه");
        String english = page("/verify?lang=en&" + asked);
        assertThat(english).contains("dir=\"ltr\"", "valid", "Renovation code", "7-1-12-4-0-0-0");
        assertThat(persian + english).doesNotContain("رضایی", story.owner.id(), "0012345679");
        assertThat(page("/verify?serial=%3Cscript%3E")).doesNotContain("<script");
        assertThat(page("/verify")).contains("<form");
    }

    private static String page(String path) {
        HttpResponse<byte[]> answer = CITY.bytes(null, path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
