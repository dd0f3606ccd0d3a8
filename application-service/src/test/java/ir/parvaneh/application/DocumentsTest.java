package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.screening.SamplePapers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Person CLERK = Person.atOffice("office-clerk", FileStory.OFFICE);
    private static final Person OFFICE_HEAD = Person.atOffice("office-head", FileStory.OFFICE);
    private static final Person OTHER_CLERK = new Person("another-clerk", "office-clerk", FileStory.OFFICE, null, null);
    private static final Person FOREIGN_CLERK = Person.atOffice("office-clerk", "office-018");
    private static final Person EXPERT = Person.atDistrict("district-expert", 7);
    private static final Person HEAD = Person.atDistrict("district-head", 7);

    private final FileStory story = FileStory.submitted();

    private String held(String kind, byte[] content) {
        return Sending.sent(story.owner, story.path(), kind, content).is(201).text("/id");
    }

    private Answer checks(Person person, String id, boolean accepted, String... reason) {
        Map<String, Object> body = new HashMap<>();
        body.put("accepted", accepted);
        body.put("resolution", 300);
        body.put("reasons", reason.length == 0 ? List.of() : List.of(Map.of("code", reason[0], "text", reason[1])));
        String etag = CITY.get(person, "/v1/documents/" + id).etag();
        return CITY.post(
                person, "/v1/documents/" + id + "/quality-checks", body, "If-Match", etag == null ? "\"1\"" : etag);
    }

    private JsonNode item(String paper) {
        return item(CITY.get(story.owner, story.path() + "/checklist").is(200).body(), paper);
    }

    private static JsonNode item(JsonNode list, String paper) {
        return list.get("items")
                .valueStream()
                .filter(one -> one.get("paper").asString().equals(paper))
                .findFirst()
                .orElse(null);
    }

    private Answer asks(Person person, Map<String, Object> body) {
        String etag = CITY.get(person, story.path() + "/checklist").etag();
        return CITY.post(
                person, story.path() + "/deficiency-requests", body, "If-Match", etag == null ? "\"0\"" : etag);
    }

    @Test
    void papers_are_read_by_those_who_work_on_the_file_and_do_not_exist_for_others() {
        String id = held("deed", SamplePapers.pdf(2));
        String document = "/v1/documents/" + id;
        for (Person reader : List.of(story.owner, CLERK, EXPERT, HEAD, Person.AUDITOR)) {
            CITY.get(reader, document).is(200);
            CITY.get(reader, story.path() + "/documents").is(200);
            CITY.get(reader, story.path() + "/checklist").is(200);
        }
        Person stranger = Person.citizen("stranger-" + UUID.randomUUID());
        for (Person other : List.of(stranger, FOREIGN_CLERK, Person.atDistrict("district-expert", 8))) {
            CITY.get(other, document).isProblem(404, "not-found");
            CITY.get(other, document + "/content").isProblem(404, "not-found");
            CITY.get(other, story.path() + "/documents").isProblem(404, "not-found");
            CITY.get(other, story.path() + "/checklist").isProblem(404, "not-found");
        }
        CITY.post(EXPERT, story.path() + "/uploads", Sending.body("deed", "a.pdf", SamplePapers.pdf(1)))
                .isProblem(403, "forbidden");
        Sending.sent(CLERK, story.path(), "letter", SamplePapers.pdf(1)).is(201);
    }

    @Test
    void whoever_reads_a_content_is_written_down_first() {
        String id = held("photo", SamplePapers.png(64, 48));
        CITY.bytes(EXPERT, "/v1/documents/" + id + "/content");
        CITY.bytes(story.owner, "/v1/documents/" + id + "/content?version=1");
        CITY.get(EXPERT, "/v1/documents/" + id + "/content?version=2").isProblem(404, "not-found");
        String chain = "/internal/events?source=/applications/document-readings&aggregate=" + id;
        List<String> readers = CITY.get(Person.SERVICE, chain)
                .is(200)
                .body()
                .valueStream()
                .map(event ->
                        new String(Base64.getDecoder().decode(event.get("data").asString()), StandardCharsets.UTF_8))
                .map(data -> JSON.readTree(data).get("reader").asString())
                .toList();
        assertThat(readers).containsExactly(EXPERT.id(), story.owner.id());
    }

    @Test
    void a_content_is_given_away_such_that_no_browser_runs_it() {
        byte[] content = SamplePapers.png(640, 480);
        Map<String, Object> body = Sending.body("photo", "عکس.html", content);
        Answer opened = CITY.post(story.owner, story.path() + "/uploads", body).is(201);
        Sending sending = new Sending(story.owner, opened.header("Location"), content);
        sending.part(0, content.length).is(204);
        String id = sending.complete().is(201).text("/id");
        var got = CITY.bytes(EXPERT, "/v1/documents/" + id + "/content");
        assertThat(got.body()).isEqualTo(content);
        var headers = got.headers();
        assertThat(headers.firstValue("Content-Type")).contains("image/png");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
        assertThat(headers.firstValue("Cache-Control")).contains("private, no-store");
        assertThat(headers.firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains(".html.png")
                .doesNotContain("عکس");
        CITY.get(EXPERT, "/v1/documents/" + id + "/content?version=2").isProblem(404, "not-found");
    }

    @Test
    void a_scan_is_judged_once_by_somebody_else_than_who_filed_it_and_with_reasons() {
        String id = held("deed", SamplePapers.pdf(2));
        assertThat(item("deed").get("state").asString()).isEqualTo("unchecked");
        JsonNode waiting =
                CITY.get(CLERK, "/v1/quality-checks?limit=100").is(200).body();
        assertThat(waiting.toString()).contains(id);
        assertThat(CITY.get(FOREIGN_CLERK, "/v1/quality-checks").is(200).raw().body())
                .doesNotContain(id);
        CITY.get(story.owner, "/v1/quality-checks").isProblem(403, "forbidden");
        checks(story.owner, id, true).isProblem(403, "forbidden");
        checks(EXPERT, id, true).isProblem(403, "forbidden");
        checks(CLERK, id, false).isProblem(422, "reasons-required");
        checks(CLERK, id, false, "unreadable", "call 09123456789").isProblem(422, "personal-data-in-text");
        checks(CLERK, id, false, "unreadable", "page two is dark").is(200);
        checks(CLERK, id, true).isProblem(409, "already-checked");
        assertThat(item("deed").get("state").asString()).isEqualTo("rejected");
        String letter = Sending.sent(CLERK, story.path(), "letter", SamplePapers.pdf(3))
                .is(201)
                .text("/id");
        checks(CLERK, letter, true).isProblem(422, "separation-of-duties");
        checks(OTHER_CLERK, letter, true).is(200);
    }

    /** An office may have one clerk only. */
    @Test
    void the_head_of_the_office_judges_what_its_only_clerk_has_filed() {
        String letter = Sending.sent(CLERK, story.path(), "letter", SamplePapers.pdf(4))
                .is(201)
                .text("/id");
        assertThat(CITY.get(OFFICE_HEAD, "/v1/quality-checks?limit=100")
                        .is(200)
                        .raw()
                        .body())
                .contains(letter);
        checks(Person.atOffice("office-head", "office-018"), letter, true).isProblem(404, "not-found");
        checks(OFFICE_HEAD, letter, true).is(200);
    }

    @Test
    void a_reason_that_is_none_is_bad_input_wherever_it_stands() {
        Map<String, Object> check = new HashMap<>(Map.of("documentId", "none", "version", 1, "accepted", false));
        check.put("reasons", Collections.singletonList(null));
        CITY.post(CLERK, story.path() + "/quality-checks", Map.of("checks", List.of(check)))
                .is(400);
    }

    @Test
    void a_new_version_takes_the_place_of_the_old_one_and_both_stay() {
        String id = held("deed", SamplePapers.pdf(2));
        checks(CLERK, id, false, "unreadable", "page two is dark").is(200);
        byte[] better = SamplePapers.pdf(3);
        Map<String, Object> body = Sending.body("deed", "better.pdf", better);
        body.put("documentId", id);
        Answer opened = CITY.post(story.owner, story.path() + "/uploads", body).is(201);
        Sending sending = new Sending(story.owner, opened.header("Location"), better);
        sending.part(0, better.length).is(204);
        Answer held = sending.complete().is(201);
        assertThat(held.text("/id")).isEqualTo(id);
        assertThat(held.body().get("versions").size()).isEqualTo(2);
        assertThat(held.text("/versions/0/quality")).isEqualTo("rejected");
        assertThat(held.text("/versions/1/quality")).isEqualTo("unchecked");
        assertThat(CITY.bytes(story.owner, "/v1/documents/" + id + "/content?version=1")
                        .body())
                .isNotEqualTo(better);
        assertThat(CITY.bytes(story.owner, "/v1/documents/" + id + "/content").body())
                .isEqualTo(better);
        body.put("documentId", UUID.randomUUID().toString());
        body.put("sha256", Sending.sha256(SamplePapers.pdf(9)));
        CITY.post(story.owner, story.path() + "/uploads", body).isProblem(422, "document-unknown");
    }

    @Test
    void a_paper_that_is_held_is_never_asked_for_again() {
        byte[] deed = SamplePapers.pdf(2);
        String id = held("deed", deed);
        checks(CLERK, id, true).is(200);
        CITY.post(story.owner, story.path() + "/uploads", Sending.body("deed", "a.pdf", deed))
                .isProblem(409, "paper-already-held");
        FileStory next = FileStory.drafted(story.owner);
        JsonNode list = CITY.get(next.owner, next.path() + "/checklist").is(200).body();
        assertThat(item(list, "deed").get("state").asString()).isEqualTo("held");
        assertThat(item(list, "deed").get("reused").asBoolean()).isTrue();
        assertThat(item(list, "renovation-levy-receipt").get("state").asString())
                .isEqualTo("missing");
        CITY.get(next.owner, "/v1/documents/" + id + "?application=" + next.id).is(200);
        CITY.post(next.owner, next.path() + "/uploads", Sending.body("deed", "a.pdf", deed))
                .isProblem(409, "paper-already-held");
        String filter = "/documents?digest=" + Sending.sha256(deed);
        assertThat(CITY.get(next.owner, next.path() + filter)
                        .body()
                        .get("items")
                        .size())
                .isEqualTo(1);
        asks(CLERK, Map.of("papers", List.of(Map.of("paper", "deed")))).isProblem(422, "paper-not-to-be-asked");
    }

    @Test
    void missing_papers_are_asked_for_once_and_all_together() {
        held("deed", SamplePapers.pdf(2));
        asks(story.owner, Map.of()).isProblem(403, "forbidden");
        asks(FOREIGN_CLERK, Map.of()).isProblem(404, "not-found");
        Map<String, Object> body = Map.of(
                "papers",
                List.of(Map.of("paper", "letter", "reason", Map.of("code", "needed", "text", "of the neighbour"))));
        Answer asked = asks(CLERK, body).is(201);
        List<String> papers = asked.body()
                .at("/requests/0/papers")
                .valueStream()
                .map(one -> one.get("paper").asString())
                .toList();
        assertThat(papers)
                .contains("renovation-levy-receipt", "identity-papers", "letter")
                .doesNotContain("deed");
        asks(CLERK, Map.of()).isProblem(422, "already-asked-once");
        asks(EXPERT, Map.of("because", Map.of("code", "", "text", ""))).isProblem(422, "reasons-required");
        Answer second = asks(EXPERT, Map.of("because", Map.of("code", "new-finding", "text", "the plot was split")))
                .is(201);
        assertThat(second.text("/requests/1/because/code")).isEqualTo("new-finding");
    }

    @Test
    void conditions_and_waivers_change_the_list() {
        assertThat(item("probate")).isNull();
        String etag = CITY.get(story.owner, story.path() + "/checklist").etag();
        Map<String, Object> told = Map.of("conditions", Map.of("owner-deceased", true));
        CITY.post(story.owner, story.path() + "/checklist/conditions", told, "If-Match", etag)
                .is(200);
        CITY.post(story.owner, story.path() + "/checklist/conditions", told, "If-Match", etag)
                .isProblem(412, "stale-version");
        assertThat(item("probate").get("need").asString()).isEqualTo("conditional");
        String now = CITY.get(story.owner, story.path() + "/checklist").etag();
        CITY.post(
                        story.owner,
                        story.path() + "/checklist/conditions",
                        Map.of("conditions", Map.of("attorney", true)),
                        "If-Match",
                        now)
                .isProblem(422, "condition-unknown");
        Map<String, Object> waiver =
                Map.of("paper", "probate", "reason", Map.of("code", "known", "text", "held by the registry"));
        String waivers = story.path() + "/checklist/waivers";
        CITY.post(CLERK, waivers, waiver, "If-Match", now).isProblem(403, "forbidden");
        CITY.post(EXPERT, waivers, waiver, "If-Match", now).isProblem(403, "forbidden");
        CITY.post(HEAD, waivers, waiver, "If-Match", now).is(201);
        assertThat(item("probate").get("state").asString()).isEqualTo("waived");
        assertThat(item("probate").at("/waiver/by").asString()).isEqualTo(HEAD.id());
        assertThat(item("probate").at("/waiver/reason/code").asString()).isEqualTo("known");
        String after = CITY.get(story.owner, story.path() + "/checklist").etag();
        CITY.post(HEAD, waivers, waiver, "If-Match", after).isProblem(422, "paper-waived-already");
    }

    @Test
    void no_name_of_a_file_is_told_to_anybody_by_an_event() {
        byte[] deed = SamplePapers.pdf(2);
        String id = held("deed", deed);
        checks(CLERK, id, false, "unreadable", "page two is dark").is(200);
        JsonNode events = CITY.get(Person.SERVICE, "/internal/events?source=/applications/documents&aggregate=" + id)
                .is(200)
                .body();
        String told = events.valueStream()
                .map(one ->
                        new String(Base64.getDecoder().decode(one.get("data").asString())))
                .reduce("", String::concat);
        assertThat(told).contains(Sending.sha256(deed)).doesNotContain("deed.pdf", "dark");
        assertThat(events.valueStream().map(one -> one.get("type").asString()))
                .containsExactly("document-filed", "document-checked");
    }
}
