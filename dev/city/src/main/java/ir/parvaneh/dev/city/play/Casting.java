package ir.parvaneh.dev.city.play;

import ir.parvaneh.dev.city.records.PermitRecord;
import ir.parvaneh.dev.city.records.PermitRecord.End;
import ir.parvaneh.dev.city.report.Journal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gives every record its citizen, its wish for an office and its part; for a resumed replay, what was already done. */
final class Casting {
    static final String REQUESTED = "requested ";
    static final String ANSWERED = "answered ";
    private static final String PERMIT = "building-permit";
    private static final int KNOWN_CITIZENS = 3000;

    private final Scene scene;
    private final long seed;
    private final boolean untilIssued;
    private final List<String> offices;
    private final Map<String, List<Journal.Line>> told;
    private final Map<String, Script> scripts;

    /** @param told what the journal has of each record */
    Casting(Scene scene, long seed, boolean untilIssued, Map<String, List<Journal.Line>> told) {
        this.scene = scene;
        this.seed = seed;
        this.untilIssued = untilIssued;
        this.offices = scene.people.units("office-head");
        this.told = told;
        this.scripts = Map.of(
                PERMIT,
                Script.load(PERMIT),
                "permit-extension",
                Script.load("permit-extension"),
                "completion-certificate",
                Script.load("completion-certificate"));
    }

    Walk walk(PermitRecord read, int number) {
        PermitRecord record = untilIssued
                ? new PermitRecord(read.source(), read.permit(), read.districtNo(), read.plotNo(), read.end())
                : read;
        Part part = new Part(scripts.get(PERMIT), record, seed);
        String citizen = "citizen-%04d".formatted(1 + Math.floorMod(number - 1, KNOWN_CITIZENS));
        String wish = part.has("wish") ? offices.get(Math.floorMod(record.key().hashCode(), offices.size())) : null;
        Walk walk = new Walk(scripts.get(PERMIT), record, part, number, citizen, wish);
        lines(walk).forEach(line -> recall(walk, line));
        scripts.keySet().forEach(process -> countGranted(record.request(process), process));
        return walk;
    }

    private void countGranted(PermitRecord request, String process) {
        told.getOrDefault(request.key(), List.of()).stream()
                .filter(line -> line.action().equals("ended"))
                .forEach(line -> scene.tally.requestGranted(process));
    }

    /** An application about a permit, by the same citizen at the same office. */
    Walk request(Walk permit, String process) {
        Script script = scripts.get(process);
        PermitRecord record = permit.record.request(process);
        Part part = new Part(script, record, seed, permit.part);
        Walk walk = new Walk(script, record, part, permit.number, permit.citizen, permit.office);
        walk.permit = permit;
        lines(walk).forEach(line -> recall(walk, line));
        return walk;
    }

    private List<Journal.Line> lines(Walk walk) {
        return told.getOrDefault(walk.record.key(), List.of());
    }

    private void recall(Walk walk, Journal.Line line) {
        switch (line.action()) {
            case "begin" -> {
                walk.application = line.application();
                if (walk.permit == null) {
                    scene.tally.filed();
                }
            }
            case "ended" -> ended(walk, line.status());
            case "accept-visit" -> walk.visitAccepted = line.opening();
            default -> recallStep(walk, line);
        }
    }

    private void ended(Walk walk, String status) {
        walk.ended = true;
        if (walk.permit == null) {
            scene.tally.ended(End.valueOf(status));
        }
    }

    private void recallStep(Walk walk, Journal.Line line) {
        if (line.action().startsWith(REQUESTED)) {
            walk.requested.put(line.action().substring(REQUESTED.length()), line.opening());
        } else if (line.action().startsWith(ANSWERED)) {
            moves(walk)
                    .filter(move -> line.action().endsWith(" " + move.request()))
                    .forEach(walk.part::made);
        } else {
            recallAction(walk, line);
        }
    }

    private static Stream<Script.Move> moves(Walk walk) {
        return walk.script.stages().values().stream().flatMap(List::stream);
    }

    private void recallAction(Walk walk, Journal.Line line) {
        if (!line.last()) {
            return;
        }
        walk.transitions++;
        walk.script.stages().forEach((stage, moves) -> moves.stream()
                .filter(move -> line.action().equals(move.action()))
                .filter(move -> walk.part.allows(move.conditions()))
                .findFirst()
                .ifPresent(move -> recallMove(walk, stage, move, line)));
    }

    private void recallMove(Walk walk, String stage, Script.Move move, Journal.Line line) {
        walk.part.made(move);
        walk.planVersion += "plans".equals(move.evidence()) ? 1 : 0;
        walk.referral += move.action().startsWith("decline-") ? 1 : 0;
        if (move.shows() != null) {
            scene.tally.shown(End.valueOf(move.shows()));
        }
        if (line.opening() > 0) {
            walk.decided.merge(stage, line.opening(), Math::max);
        }
    }
}
