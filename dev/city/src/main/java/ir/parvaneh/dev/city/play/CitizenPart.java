package ir.parvaneh.dev.city.play;

import ir.parvaneh.dev.city.play.Script.Move;
import ir.parvaneh.dev.city.report.Journal;
import ir.parvaneh.dev.city.wire.Answer;
import ir.parvaneh.dev.city.wire.Call;
import ir.parvaneh.dev.city.wire.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the applicant does: files, acts, accepts a visit, looks, gives up. */
final class CitizenPart {
    private final Scene scene;
    private final Caller gateway;

    CitizenPart(Scene scene, Caller gateway) {
        this.scene = scene;
        this.gateway = gateway;
    }

    /** Files the application; true when it is there. */
    boolean begin(Walk walk) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("requestType", walk.script.requestType());
        if (walk.permit == null) {
            body.put("renovationCode", scene.renovationCode(walk));
            body.put("districtNo", walk.record.districtNo());
        } else {
            body.put("permitId", walk.permit.id());
        }
        body.put("officeWish", walk.officeWish);
        String key = scene.key(walk, "begin");
        Answer answer = gateway.call(Call.post("/v1/applications", token(walk), key, null, body));
        if (!answer.ok()) {
            return refused(walk, "begin", answer);
        }
        walk.application = FileView.of(answer).id();
        walk.fileEtag = answer.etag();
        walk.open.add("draft");
        walk.active();
        if (walk.permit == null) {
            scene.tally.filed();
        }
        note(walk, "begin", 0, answer, key);
        return true;
    }

    /** Takes an action of the citizen's at a stage; true when it was accepted. */
    boolean act(Walk walk, String stage, Move move) {
        if (walk.fileEtag == null) {
            return false;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("action", move.action());
        body.put("evidence", evidence(walk, move));
        body.put("reasons", reasons(walk.script, move));
        String key = scene.key(walk, stage + "/" + move.action() + "/" + walk.transitions + "/" + walk.attempts);
        Answer answer = gateway.call(
                Call.post("/v1/applications/" + walk.id() + "/actions", token(walk), key, walk.fileEtag, body));
        walk.fileEtag = null;
        if (!answer.ok()) {
            return refused(walk, move.action(), answer);
        }
        walk.fileEtag = answer.etag();
        note(walk, move.action(), 0, answer, key);
        return true;
    }

    private JsonNode evidence(Walk walk, Move move) {
        return move.evidence() == null
                ? null
                : Bodies.filled(walk.script.evidence().get(move.evidence()), scene.values(walk));
    }

    static List<Map<String, String>> reasons(Script script, Move move) {
        return move.reason() == null
                ? List.of()
                : List.of(Map.of("code", move.reason(), "text", script.reasons().get(move.reason())));
    }

    /** Reads the file; empty when it is not to be had just now. */
    Optional<FileView> look(Walk walk) {
        Answer answer = gateway.call(Call.get("/v1/applications/" + walk.id(), token(walk)));
        if (!answer.ok()) {
            scene.tally.error("reading a file: " + answer.code());
            return Optional.empty();
        }
        FileView file = FileView.of(answer);
        walk.fileEtag = file.etag();
        walk.office = file.officeId() == null ? walk.office : file.officeId();
        return Optional.of(file);
    }

    /** What the file says of itself, for the report on one that is stuck. */
    String standing(Walk walk) {
        return gateway.call(Call.get("/v1/applications/" + walk.id(), token(walk)))
                .text();
    }

    /** Accepts the proposed date of a visit; true when it is accepted, now or before. */
    boolean acceptVisit(Walk walk) {
        long decided = walk.decided.getOrDefault("inspection-scheduled", 0L);
        if (walk.visitAccepted > decided) {
            return true;
        }
        Answer visit = gateway.call(Call.get("/v1/visits/" + walk.id(), token(walk)));
        long opening = visit.ok() ? visit.json().path("opening").asLong(0) : 0;
        if (opening <= decided) {
            return false;
        }
        walk.inspectorId = visit.json().path("inspectorId").asString(null);
        return walk.inspectorId != null && accepted(walk, visit, opening);
    }

    private boolean accepted(Walk walk, Answer visit, long opening) {
        boolean needed = "proposed".equals(visit.json().path("status").asString(""));
        if (needed) {
            String key = scene.key(walk, "accept-visit/" + opening);
            Answer answer = gateway.call(
                    Call.post("/v1/visits/" + walk.id() + "/acceptance", token(walk), key, visit.etag(), Map.of()));
            if (!answer.ok()) {
                return refused(walk, "accept-visit", answer);
            }
            note(walk, "accept-visit", opening, answer, key);
        }
        walk.visitAccepted = opening;
        return true;
    }

    private void note(Walk walk, String action, long opening, Answer answer, String key) {
        scene.journal.write(new Journal.Line(
                scene.journal.run(),
                walk.record.key(),
                action,
                walk.id(),
                opening,
                0,
                true,
                Integer.toString(answer.status()),
                answer.etag(),
                key));
    }

    private boolean refused(Walk walk, String action, Answer answer) {
        scene.refused(walk, action, answer);
        return false;
    }

    private String token(Walk walk) {
        return scene.tokens.of(walk.citizen);
    }
}
