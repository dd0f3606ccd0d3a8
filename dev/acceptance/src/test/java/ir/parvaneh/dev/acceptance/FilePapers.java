package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.dev.city.play.Scans;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The papers of a file as its people deal with them: the owner brings what the list names, a clerk looks at the scans. */
final class FilePapers {
    private static final Map<String, String> REASON =
            Map.of("code", "scan-unclear", "text", "the last page is cut off");

    private final PermitFile file;
    private final String path;

    FilePapers(PermitFile file) {
        this.file = file;
        this.path = "/v1/applications/" + file.id;
    }

    JsonNode list() {
        return file.owner.get(path + "/checklist").json();
    }

    List<String> toBring() {
        return list().path("toBring").valueStream().map(JsonNode::stringValue).toList();
    }

    /** The owner brings everything that is outstanding. */
    FilePapers brings() {
        toBring().forEach(paper -> accepted(brings(paper)));
        return this;
    }

    Reply brings(String paper) {
        return ask(file.owner, paper, Scans.of(paper).pdf(), Scans.of(paper).sha256())
                .send();
    }

    /** A deed of another day, say: nobody has looked at it. */
    void bringsAnother(String paper) {
        Scans.Scan other = Scans.of(paper + "-of-another-day");
        accepted(ask(file.owner, paper, other.pdf(), other.sha256()).send());
    }

    /** A paper with one call. */
    Ask ask(Person person, String paper, byte[] content, String sha256) {
        return Ask.post(path + "/documents?kind=" + paper + "&name=" + paper + ".pdf", Map.of())
                .as(person)
                .bytes(content)
                .header("Content-Type", "application/pdf")
                .header("Content-Digest", "sha-256=:" + base64(sha256) + ":");
    }

    static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    /** The clerk finds every scan good. */
    FilePapers checks() {
        List<Map<String, Object>> checks = list().path("toCheck")
                .valueStream()
                .map(scan -> check(scan, true))
                .toList();
        accepted(judges(checks));
        return this;
    }

    Reply rejects(String paper) {
        return judges(list().path("toCheck")
                .valueStream()
                .filter(scan -> scan.path("paper").asString("").equals(paper))
                .map(scan -> check(scan, false))
                .toList());
    }

    Reply judges(List<Map<String, Object>> checks) {
        return file.person("office-clerk").post(path + "/quality-checks", Map.of("checks", checks));
    }

    private static Map<String, Object> check(JsonNode scan, boolean accepted) {
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("documentId", scan.path("documentId").stringValue());
        check.put("version", scan.path("version").asInt());
        check.put("accepted", accepted);
        check.put("reasons", accepted ? List.of() : List.of(REASON));
        return check;
    }

    /** Somebody asks for what is missing; with a reason when it is not the first time. */
    Reply asks(Person person, boolean again) {
        Map<String, Object> body = again ? Map.of("because", REASON) : Map.of();
        return Ask.post(path + "/deficiency-requests", body)
                .as(person)
                .ifMatch(person.get(path + "/checklist").etag())
                .send();
    }

    /** Somebody asks for one paper more, and says why he asks a second time; why it is this paper only where he has a reason. */
    Reply asksFor(Person person, String paper, boolean reasoned) {
        Map<String, Object> wanted = reasoned ? Map.of("paper", paper, "reason", REASON) : Map.of("paper", paper);
        return Ask.post(path + "/deficiency-requests", Map.of("papers", List.of(wanted), "because", REASON))
                .as(person)
                .ifMatch(person.get(path + "/checklist").etag())
                .send();
    }

    private static void accepted(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isBetween(200, 201);
    }
}
