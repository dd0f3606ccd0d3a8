package ir.parvaneh.dev.city.play;

import ir.parvaneh.dev.city.play.Script.Move;
import java.time.Duration;
import java.util.Optional;

/** Applications about a permit: filed when the permit's script says so, and read by the permit when they have ended. */
final class RequestPart {
    private final Scene scene;
    private final Casting casting;
    private final CitizenPart citizen;
    private final Endings endings;
    private final Duration patience;

    RequestPart(Scene scene, Casting casting, CitizenPart citizen, Endings endings, Duration patience) {
        this.scene = scene;
        this.casting = casting;
        this.citizen = citizen;
        this.endings = endings;
        this.patience = patience;
    }

    /** Has an application filed, or taken up again; true when it is under way. */
    boolean file(Walk walk, String stage, Move move) {
        String process = move.request();
        if (!walk.requested.containsKey(process)) {
            Optional<Long> opening = opening(walk, stage);
            if (opening.isEmpty()) {
                return false;
            }
            walk.requested.put(process, opening.get());
            endings.note(walk, Casting.REQUESTED + process, opening.get(), null);
        }
        walk.request = casting.request(walk, process);
        return true;
    }

    /** The number of the open stage, once the file shows it. */
    private Optional<Long> opening(Walk walk, String stage) {
        Optional<FileView> file = citizen.look(walk).filter(seen -> !seen.isBehind(walk));
        walk.fileEtag = null;
        return file.map(seen -> seen.openings().get(stage)).filter(opening -> opening < Long.MAX_VALUE);
    }

    /** The application has ended: the permit goes on once it has read so. */
    Duration afterItsEnd(Walk walk) {
        if (walk.request.stuck) {
            walk.ended = true;
            return Duration.ZERO;
        }
        return answered(walk) ? Duration.ZERO : lookLater(walk);
    }

    /** What the permit read closed the stage at which the application was filed, and perhaps opened it anew. */
    private boolean answered(Walk walk) {
        String process = walk.request.script.process();
        String stage = walk.open.iterator().next();
        long before = walk.requested.get(process);
        boolean moved = citizen.look(walk)
                .filter(file -> file.openings().getOrDefault(stage, Long.MAX_VALUE) != before)
                .isPresent();
        walk.fileEtag = null;
        if (moved) {
            walk.request = null;
            walk.decided.merge(stage, before, Math::max);
            walk.decidedEtag.put(stage, Long.MAX_VALUE);
            endings.note(walk, Casting.ANSWERED + process, before, null);
            walk.wentOn(stage, walk.script.moveAt(stage, walk.part));
        }
        return moved;
    }

    private Duration lookLater(Walk walk) {
        walk.looks++;
        if (walk.looks == 1) {
            walk.idleSince = System.nanoTime();
        }
        return System.nanoTime() - walk.idleSince > patience.toNanos()
                ? endings.giveUp(walk, "the permit did not read the end of " + walk.request.script.process())
                : scene.looks.again(walk.looks);
    }
}
