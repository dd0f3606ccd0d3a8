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

/** What the people at desks do: find the file's task in their list, decide, sign one after the other. */
final class DeskPart {
    /** A task as a list shows it. */
    record Found(String id, long opening, String etag, boolean cameBack) {}

    private final Scene scene;
    private final Caller gateway;

    DeskPart(Scene scene, Caller gateway) {
        this.scene = scene;
        this.gateway = gateway;
    }

    /** The open task of this stage in the list of whoever signs first, if it is there yet. */
    Optional<Found> find(Walk walk, String stage, Move move) {
        Optional<String> person = person(walk, move.by().getFirst());
        if (person.isEmpty()) {
            return Optional.empty();
        }
        Answer list =
                gateway.call(Call.get("/v1/tasks?state=open&application=" + walk.id(), scene.tokens.of(person.get())));
        if (!list.ok()) {
            scene.refused(walk, "list at " + stage, list);
            return Optional.empty();
        }
        return open(list.json().path("items"), stage, walk);
    }

    /** A task decided on before counts only when it came back: its row is younger than the decision's answer. */
    private static Optional<Found> open(JsonNode items, String stage, Walk walk) {
        long decided = walk.decided.getOrDefault(stage, 0L);
        for (JsonNode item : items) {
            long opening = item.path("opening").asLong(0);
            String etag = item.path("etag").asString("");
            boolean back = opening == decided && number(etag) > walk.decidedEtag.getOrDefault(stage, Long.MAX_VALUE);
            if ((opening > decided || back) && stage.equals(item.path("stage").asString(""))) {
                return Optional.of(new Found(item.path("id").asString(""), opening, etag, back));
            }
        }
        return Optional.empty();
    }

    private static long number(String etag) {
        return Long.parseLong(etag.replace("W/", "").replace("\"", ""));
    }

    /** Whoever prepares the move; he has a task, so he is known. */
    String login(Walk walk, Move move) {
        return person(walk, move.by().getFirst()).orElseThrow();
    }

    /** What the file said when it refused a decision. */
    String refusal(Walk walk, Move move, Found task) {
        Answer answer = gateway.call(Call.get(
                "/v1/tasks/" + task.id(),
                scene.tokens.of(person(walk, move.by().getFirst()).orElseThrow())));
        return answer.json().path("decision").toString();
    }

    /** Decides with all signatures the move needs; true when the last of them was taken. */
    boolean decide(Walk walk, String stage, Move move, Found task) {
        if (asksTheTariff(walk, move) && !tariffAsked(walk, move)) {
            return false;
        }
        Object body = body(walk, move);
        String etag = task.etag();
        for (int signature = 1; signature <= move.by().size(); signature++) {
            Answer answer = sign(walk, move, task, signature, etag, body);
            if (!answer.ok()) {
                scene.refused(walk, move.action(), answer);
                return false;
            }
            etag = answer.etag();
        }
        walk.decided.put(stage, task.opening());
        walk.decidedEtag.put(stage, etag == null ? Long.MAX_VALUE : number(etag));
        return true;
    }

    private static boolean asksTheTariff(Walk walk, Move move) {
        return "fee-assessment".equals(move.evidence())
                && walk.script.evidence().get(move.evidence()).isString();
    }

    /** What the file owes is not the expert's to invent: the tariff says it. */
    private boolean tariffAsked(Walk walk, Move move) {
        String expert = person(walk, move.by().getFirst()).orElseThrow();
        Answer proposal =
                gateway.call(Call.get("/v1/applications/" + walk.id() + "/fees/proposal", scene.tokens.of(expert)));
        if (!proposal.ok()) {
            scene.refused(walk, "fees/proposal", proposal);
            return false;
        }
        walk.slip.put("assessment", proposal.json().path("evidence"));
        return true;
    }

    private Answer sign(Walk walk, Move move, Found task, int signature, String etag, Object body) {
        String name = person(walk, move.by().get(signature - 1)).orElseThrow();
        String key = scene.key(walk, task.opening() + "/" + move.action() + "/" + signature + "/" + walk.attempts);
        Call call = Call.post("/v1/tasks/" + task.id() + "/decision", scene.tokens.of(name), key, etag, body);
        long start = System.nanoTime();
        Answer answer = gateway.call(call);
        scene.tally.decide().add(System.nanoTime() - start);
        if (answer.ok()) {
            boolean last = signature == move.by().size();
            scene.journal.write(new Journal.Line(
                    scene.journal.run(),
                    walk.record.key(),
                    move.action(),
                    walk.id(),
                    task.opening(),
                    signature,
                    last,
                    Integer.toString(answer.status()),
                    answer.etag(),
                    key));
        }
        return answer;
    }

    private Object body(Walk walk, Move move) {
        Map<String, Object> values = scene.values(walk);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("action", move.action());
        body.put(
                "evidence",
                move.evidence() == null
                        ? null
                        : Bodies.filled(walk.script.evidence().get(move.evidence()), values));
        body.put("reasons", CitizenPart.reasons(walk.script, move));
        remember(walk, move, values);
        return body;
    }

    private static void remember(Walk walk, Move move, Map<String, Object> values) {
        if ("supervisor-referral".equals(move.evidence())) {
            List.of("civil", "architecture", "electrical", "mechanical").stream()
                    .map(discipline -> "supervisor-" + discipline)
                    .forEach(role -> walk.engineers.put(role, (String) values.get(role)));
        }
    }

    /** Who was drawn; a walk that was taken up again asks, as the citizen may. */
    private Optional<String> inspector(Walk walk) {
        if (walk.inspectorId == null) {
            Answer visit = gateway.call(Call.get("/v1/visits/" + walk.id(), scene.tokens.of(walk.citizen)));
            walk.inspectorId = visit.ok() ? visit.json().path("inspectorId").asString(null) : null;
        }
        return Optional.ofNullable(walk.inspectorId);
    }

    /** Login of whoever plays a role for this file; empty while that is not known. */
    private Optional<String> person(Walk walk, String role) {
        int number = walk.number + (role.endsWith("/other") ? 1 : 0);
        String plain = role.replace("/other", "");
        if (plain.equals("office-inspector")) {
            return inspector(walk).map(id -> scene.people.byId(id).name());
        }
        if (plain.equals("designer") || plain.startsWith("supervisor-")) {
            return Optional.of(engineer(walk, plain));
        }
        if (plain.startsWith("agency:")) {
            return Optional.of(scene.people
                    .one("agency", plain.substring("agency:".length()), number)
                    .name());
        }
        return unit(walk, plain)
                .map(unit -> scene.people.one(plain, unit, number).name());
    }

    private String engineer(Walk walk, String role) {
        String id = walk.engineers.computeIfAbsent(
                role, r -> (String) scene.values(walk).get(r));
        return scene.people.byId(id).name();
    }

    private static Optional<String> unit(Walk walk, String role) {
        if (role.startsWith("office-")) {
            return Optional.ofNullable(walk.office);
        }
        return Optional.of(role.startsWith("district-") ? Integer.toString(walk.record.districtNo()) : "");
    }
}
