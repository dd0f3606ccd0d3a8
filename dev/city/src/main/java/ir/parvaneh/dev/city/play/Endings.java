package ir.parvaneh.dev.city.play;

import ir.parvaneh.dev.city.records.PermitRecord.End;
import ir.parvaneh.dev.city.report.Journal;
import java.time.Duration;

/** How files come to their end, are given up, and what of it is written down. */
final class Endings {
    private static final String GRANTED = "GRANTED";

    private final Scene scene;

    Endings(Scene scene) {
        this.scene = scene;
    }

    /** The file is at a stage that is an end for it. */
    void end(Walk walk, String stage) {
        String outcome = walk.script.outcome(stage, walk.part).orElseThrow();
        walk.ended = true;
        walk.resting = false;
        if (walk.permit == null) {
            count(walk, End.valueOf(outcome));
            note(walk, "ended", 0, outcome);
        } else {
            countRequest(walk, stage, outcome);
            note(walk, "ended", 0, stage);
        }
    }

    private void count(Walk walk, End end) {
        scene.tally.ended(end);
        if (end != walk.goal()) {
            scene.tally.error("ended " + end + " where the record says " + walk.goal());
        }
    }

    private void countRequest(Walk walk, String stage, String outcome) {
        if (outcome.equals(GRANTED)) {
            scene.tally.requestGranted(walk.script.process());
        } else {
            scene.tally.error(walk.script.process() + " ended " + stage);
        }
    }

    Duration giveUp(Walk walk, String why) {
        walk.ended = true;
        walk.stuck = true;
        scene.tally.stuck(why);
        scene.tally.example(walk.record.key() + " " + walk.id() + ": " + why);
        return Duration.ZERO;
    }

    /** A line of the journal that no single answer stands behind. */
    void note(Walk walk, String action, long opening, String status) {
        scene.journal.write(new Journal.Line(
                scene.journal.run(),
                walk.record.key(),
                action,
                walk.id(),
                opening,
                0,
                true,
                status,
                walk.fileEtag,
                null));
    }
}
