package ir.parvaneh.dev.city.play;

import ir.parvaneh.dev.city.records.PermitRecord;
import ir.parvaneh.dev.city.records.PermitRecord.End;
import ir.parvaneh.dev.city.report.Journal;
import java.util.List;

/** Gives every record its citizen, its wish for an office and its part; for a resumed replay, what was already done. */
final class Casting {
    private static final int KNOWN_CITIZENS = 3000;

    private final Scene scene;
    private final long seed;
    private final List<String> offices;

    Casting(Scene scene, long seed) {
        this.scene = scene;
        this.seed = seed;
        this.offices = scene.people.units("office-head");
    }

    Walk walk(PermitRecord record, int number, List<Journal.Line> told) {
        Part part = new Part(scene.script, record, seed);
        String citizen = "citizen-%04d".formatted(1 + Math.floorMod(number - 1, KNOWN_CITIZENS));
        String wish = part.has("wish") ? offices.get(Math.floorMod(record.key().hashCode(), offices.size())) : null;
        Walk walk = new Walk(record, part, number, citizen, wish);
        told.forEach(line -> recall(walk, line));
        return walk;
    }

    private void recall(Walk walk, Journal.Line line) {
        switch (line.action()) {
            case "begin" -> {
                walk.application = line.application();
                scene.tally.filed();
            }
            case "ended" -> {
                walk.ended = true;
                scene.tally.ended(End.valueOf(line.status()));
            }
            case "accept-visit" -> walk.visitAccepted = line.opening();
            default -> recallAction(walk, line);
        }
    }

    private void recallAction(Walk walk, Journal.Line line) {
        if (!line.last()) {
            return;
        }
        walk.transitions++;
        scene.script.stages().forEach((stage, moves) -> moves.stream()
                .filter(move -> line.action().equals(move.action()))
                .filter(move -> walk.part.allows(move.conditions()))
                .findFirst()
                .ifPresent(move -> recallMove(walk, stage, move, line)));
    }

    private static void recallMove(Walk walk, String stage, Script.Move move, Journal.Line line) {
        walk.part.made(move);
        walk.planVersion += "plans".equals(move.evidence()) ? 1 : 0;
        walk.referral += move.action().startsWith("decline-") ? 1 : 0;
        if (line.opening() > 0) {
            walk.decided.merge(stage, line.opening(), Math::max);
        }
    }
}
