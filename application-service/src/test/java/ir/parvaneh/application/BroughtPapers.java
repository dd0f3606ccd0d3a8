package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;

import ir.parvaneh.application.screening.SamplePapers;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The papers of a file as its people bring them and look at them: what the checklist names, no more. */
final class BroughtPapers {

    private final FileStory story;
    private final Person clerk = Person.atOffice("office-clerk", FileStory.OFFICE);

    BroughtPapers(FileStory story) {
        this.story = story;
    }

    /** The owner brings whatever is outstanding. */
    BroughtPapers brings() {
        checklist().get("toBring").valueStream().map(JsonNode::stringValue).forEach(paper -> sends(
                        paper, SamplePapers.pdf(paper.length()))
                .is(201));
        return this;
    }

    /** With one call. */
    Answer sends(String paper, byte[] content) {
        return sends(paper, content, UUID.randomUUID().toString());
    }

    Answer sends(String paper, byte[] content, String key) {
        byte[] digest = HexFormat.of().parseHex(Sending.sha256(content));
        return CITY.carries(
                story.owner,
                "POST",
                story.path() + "/documents?kind=" + paper + "&name=" + paper + ".pdf",
                BodyPublishers.ofByteArray(content),
                "Content-Type",
                "application/pdf",
                "Idempotency-Key",
                key,
                "Content-Digest",
                "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
    }

    /** The clerk looks at whatever was brought. */
    BroughtPapers checks() {
        List<Map<String, Object>> checks = new ArrayList<>();
        for (JsonNode scan : checklist().get("toCheck")) {
            checks.add(Map.of(
                    "documentId", scan.get("documentId").asString(),
                    "version", scan.get("version").asInt(),
                    "accepted", true));
        }
        CITY.post(clerk, story.path() + "/quality-checks", Map.of("checks", checks))
                .is(200);
        return this;
    }

    /** What a clerk shows who has seen the originals. */
    Map<String, Object> ownership() {
        String digest = documents().stream()
                .filter(one -> one.get("kind").asString().equals("deed"))
                .findFirst()
                .orElseThrow()
                .at("/versions/0/digest")
                .asString();
        return Map.of("papers", List.of(Map.of("kind", "deed", "digest", digest, "pages", 4)), "holding", "sole");
    }

    private List<JsonNode> documents() {
        return CITY.get(story.owner, story.path() + "/documents")
                .is(200)
                .body()
                .get("items")
                .valueStream()
                .toList();
    }

    private JsonNode checklist() {
        return CITY.get(story.owner, story.path() + "/checklist").is(200).body();
    }

    static String guard(JsonNode condition) {
        return condition.isString()
                ? condition.stringValue()
                : condition.path("name").asString("");
    }

    /** What the file knows of its papers, as guards see it. */
    JsonNode known() {
        return CITY.page(story.id).at("/evidence/papers-standing/exhibit/content");
    }
}
