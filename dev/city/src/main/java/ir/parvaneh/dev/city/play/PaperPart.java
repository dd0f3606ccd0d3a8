package ir.parvaneh.dev.city.play;

import ir.parvaneh.dev.city.play.Script.Move;
import ir.parvaneh.dev.city.wire.Answer;
import ir.parvaneh.dev.city.wire.Call;
import ir.parvaneh.dev.city.wire.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What people do about a file's papers before they act: bring what is missing, look at scans, ask for what lacks. */
final class PaperPart {
    private static final String ASK = "ask";
    private static final Set<String> LACKING = Set.of("missing", "rejected", "expired");

    private final Scene scene;
    private final Caller gateway;

    PaperPart(Scene scene, Caller gateway) {
        this.scene = scene;
        this.gateway = gateway;
    }

    /** True when the papers are as the move wants them. */
    boolean ready(Walk walk, Move move, String login) {
        if (move.papers() == null) {
            return true;
        }
        Optional<Answer> list = checklist(walk, login);
        return list.isPresent()
                && switch (move.papers().split(":")[0]) {
                    case "bring" -> bring(walk, list.get().json(), login);
                    case "check" -> check(walk, list.get().json(), login);
                    case ASK -> ask(walk, move, list.get(), login);
                    default -> throw new IllegalStateException("the script says of papers: " + move.papers());
                };
    }

    private Optional<Answer> checklist(Walk walk, String login) {
        Answer list = gateway.call(Call.get(path(walk) + "/checklist", scene.tokens.of(login)));
        return list.ok() ? Optional.of(list) : refused(walk, "checklist", list);
    }

    private boolean bring(Walk walk, JsonNode list, String login) {
        return list.path("toBring")
                .valueStream()
                .map(JsonNode::stringValue)
                .allMatch(paper -> brought(walk, paper, scan(walk, list, paper), login));
    }

    /** Whoever is asked for a paper that is held brings another one than before. */
    private static Scans.Scan scan(Walk walk, JsonNode list, String paper) {
        boolean lacks = list.path("items")
                .valueStream()
                .anyMatch(item -> item.path("paper").asString("").equals(paper)
                        && LACKING.contains(item.path("state").asString("")));
        return lacks ? Scans.of(paper) : Scans.anew(paper, walk.id() + " " + walk.transitions);
    }

    private boolean brought(Walk walk, String paper, Scans.Scan scan, String login) {
        String where = path(walk) + "/documents?kind=" + paper + "&name=" + paper + ".pdf";
        String key = scene.key(walk, "paper/" + paper + "/" + walk.transitions + "/" + walk.attempts);
        Answer filed = gateway.call(
                Call.paper(where, scene.tokens.of(login), key, "application/pdf", scan.pdf(), scan.sha256()));
        // another file of the same owner may have brought it in the meantime
        return filed.ok()
                || "paper-already-held".equals(filed.code())
                || refused(walk, "bring " + paper, filed).isPresent();
    }

    private boolean check(Walk walk, JsonNode list, String login) {
        List<Map<String, Object>> checks = list.path("toCheck")
                .valueStream()
                .map(scan -> Map.<String, Object>of(
                        "documentId", scan.path("documentId").stringValue(),
                        "version", scan.path("version").asInt(),
                        "accepted", true))
                .toList();
        return checks.isEmpty() || done(walk, login, "/quality-checks", null, Map.of("checks", checks));
    }

    /** Everything that is missing; and where the script names a paper, that one too, whatever the list says. */
    private boolean ask(Walk walk, Move move, Answer list, String login) {
        Map<String, String> reason = CitizenPart.reasons(walk.script, move).getFirst();
        Map<String, Object> body = new LinkedHashMap<>();
        if (move.papers().length() > ASK.length()) {
            String more = move.papers().substring(ASK.length() + 1);
            body.put("papers", List.of(Map.of("paper", more, "reason", reason)));
        }
        body.put("because", reason);
        return done(walk, login, "/deficiency-requests", list.etag(), body);
    }

    private boolean done(Walk walk, String login, String what, String etag, Object body) {
        String key = scene.key(walk, what + "/" + walk.transitions + "/" + walk.attempts);
        Answer answer = gateway.call(Call.post(path(walk) + what, scene.tokens.of(login), key, etag, body));
        return answer.ok() || refused(walk, what, answer).isPresent();
    }

    private static String path(Walk walk) {
        return "/v1/applications/" + walk.id();
    }

    private Optional<Answer> refused(Walk walk, String what, Answer answer) {
        scene.refused(walk, what, answer);
        return Optional.empty();
    }
}
