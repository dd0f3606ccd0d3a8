package ir.parvaneh.dev.city.play;

import ir.parvaneh.dev.city.play.DeskPart.Found;
import ir.parvaneh.dev.city.play.Script.Move;
import ir.parvaneh.dev.city.records.PermitRecord.End;
import ir.parvaneh.dev.city.wire.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * One client: takes a file, does the next thing that somebody has to do for it, and hands it back. It knows from the
 * script what comes next, asks that desk's list for the task, and only reads the file when the task does not come.
 */
final class Player implements AutoCloseable {
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration WHILE_PAYING = Duration.ofMillis(60);
    private static final int LOOKS_BEFORE_READING = 6;
    private static final Duration WATCH_PAUSE = Duration.ofMillis(4);
    private static final Duration WATCH_AT_MOST = Duration.ofSeconds(5);
    private static final int MOST_PROBLEMS = 5;

    private final Scene scene;
    private final Caller gateway;
    private final CitizenPart citizen;
    private final DeskPart desk;
    private final Purse purse;
    private final PaperPart papers;
    private final Endings endings;
    private final RequestPart requests;
    private final Duration patience;
    private final int watchOneIn;
    private int sinceWatched;

    Player(Scene scene, Casting casting, Caller gateway, Duration patience, int watchOneIn) {
        this.scene = scene;
        this.gateway = gateway;
        this.citizen = new CitizenPart(scene, gateway);
        this.desk = new DeskPart(scene, gateway);
        this.purse = new Purse(scene, gateway);
        this.papers = new PaperPart(scene, gateway);
        this.endings = new Endings(scene);
        this.requests = new RequestPart(scene, casting, citizen, endings, patience);
        this.patience = patience;
        this.watchOneIn = watchOneIn;
    }

    /** Does one thing for the file and says when to look at it next; zero for at once. */
    Duration turn(Walk walk) {
        if (walk.problems >= MOST_PROBLEMS) {
            return endings.giveUp(walk, "refused too often");
        }
        if (walk.request != null) {
            return turnOfRequest(walk);
        }
        if (walk.application == null) {
            return citizen.begin(walk) ? Duration.ZERO : SOON;
        }
        if (walk.part.withdrawsAfter(walk.transitions)) {
            return withdraw(walk);
        }
        for (String stage : List.copyOf(walk.open)) {
            boolean first = walk.looks == 0;
            if (moveOn(walk, stage)) {
                learn(first);
                return scene.looks.first();
            }
        }
        if (walk.paying) {
            return payLater(walk);
        }
        return walk.ended || walk.resting ? Duration.ZERO : lookLater(walk);
    }

    /** Money takes its time; looking whether it has come is no look in vain. */
    private Duration payLater(Walk walk) {
        walk.paying = false;
        boolean late = System.nanoTime() - walk.idleSince > patience.toNanos();
        return late ? endings.giveUp(walk, "paid in vain at " + walk.open) : WHILE_PAYING;
    }

    private void learn(boolean first) {
        if (first) {
            scene.looks.foundAtFirst();
        }
    }

    private boolean moveOn(Walk walk, String stage) {
        if (walk.script.outcome(stage, walk.part).isPresent()) {
            return false;
        }
        Move move = walk.script.moveAt(stage, walk.part);
        if (move.rest()) {
            walk.resting = true;
            return false;
        }
        if (move.request() != null) {
            return requests.file(walk, stage, move);
        }
        return move.isCitizens() ? actAsCitizen(walk, stage, move) : actAtDesk(walk, stage, move);
    }

    /** The application about this permit goes first; its end is read by the permit in its own time. */
    private Duration turnOfRequest(Walk walk) {
        Walk request = walk.request;
        if (request.ended) {
            return requests.afterItsEnd(walk);
        }
        if (request.application != null && request.open.isEmpty()) {
            findAgain(request);
        }
        return request.ended ? Duration.ZERO : turn(request);
    }

    private boolean actAsCitizen(Walk walk, String stage, Move move) {
        if ("payment".equals(move.evidence()) && !purse.settles(walk)) {
            walk.paying = true;
            return false;
        }
        if (walk.fileEtag == null
                && citizen.look(walk)
                        .filter(f -> f.openings().containsKey(stage))
                        .isEmpty()) {
            walk.fileEtag = null;
            return false;
        }
        if (!papers.ready(walk, move, walk.citizen)) {
            return false;
        }
        if (!citizen.act(walk, stage, move)) {
            return false;
        }
        accepted(walk, stage, move);
        return true;
    }

    private boolean actAtDesk(Walk walk, String stage, Move move) {
        if (move.visit() && !citizen.acceptVisit(walk) || officeUnknown(walk, move)) {
            return false;
        }
        Optional<Found> task = desk.find(walk, stage, move);
        if (task.isEmpty()) {
            return false;
        }
        if (task.get().cameBack()) {
            refusedByTheFile(walk, move, task.get());
        }
        return decide(walk, stage, move, task.get());
    }

    private boolean decide(Walk walk, String stage, Move move, Found task) {
        if (!papers.ready(walk, move, desk.login(walk, move)) || !desk.decide(walk, stage, move, task)) {
            return false;
        }
        long answered = System.nanoTime();
        walk.fileEtag = null;
        accepted(walk, stage, move);
        watch(walk, move, answered);
        return true;
    }

    private void refusedByTheFile(Walk walk, Move move, Found task) {
        scene.tally.takeBack();
        scene.tally.error("the file refused what was decided at the stage of " + move.action());
        scene.tally.example(walk.record.key() + " " + walk.id() + ": " + desk.refusal(walk, move, task));
        walk.problems++;
        walk.attempts++;
    }

    private boolean officeUnknown(Walk walk, Move move) {
        return walk.office == null && move.by().getFirst().startsWith("office-") && officeStillUnknown(walk);
    }

    private boolean officeStillUnknown(Walk walk) {
        citizen.look(walk);
        walk.fileEtag = null;
        return walk.office == null;
    }

    private void accepted(Walk walk, String stage, Move move) {
        scene.tally.transition();
        walk.planVersion += "plans".equals(move.evidence()) ? 1 : 0;
        if (move.action().startsWith("decline-")) {
            walk.referral++;
        }
        if (move.shows() != null) {
            scene.tally.shown(End.valueOf(move.shows()));
        }
        walk.moved(stage, move);
    }

    /** Every so often: how long until the next desk sees its task. */
    private void watch(Walk walk, Move made, long answered) {
        if (made.to().isEmpty()
                || ++sinceWatched < watchOneIn
                || walk.script.outcome(made.to().getFirst(), walk.part).isPresent()) {
            return;
        }
        String stage = made.to().getFirst();
        Move next = walk.script.moveAt(stage, walk.part);
        if (next.rest() || next.request() != null || next.visit() || next.isCitizens() || walk.office == null) {
            return;
        }
        sinceWatched = 0;
        while (System.nanoTime() - answered < WATCH_AT_MOST.toNanos()) {
            if (desk.find(walk, stage, next).isPresent()) {
                scene.tally.visible().add(System.nanoTime() - answered);
                return;
            }
            LockSupport.parkNanos(WATCH_PAUSE.toNanos());
        }
        scene.tally.visible().add(System.nanoTime() - answered);
    }

    private Duration withdraw(Walk walk) {
        Optional<FileView> file = citizen.look(walk);
        if (file.isPresent() && walk.script.isEnd(file.get().stage())) {
            endings.end(walk, file.get().stage());
            return Duration.ZERO;
        }
        Move withdrawal = new Move(
                List.of(),
                walk.script.withdrawal(),
                List.of("citizen"),
                List.of("withdrawn"),
                null,
                null,
                false,
                false,
                null,
                null,
                null,
                null);
        if (file.isEmpty()
                || file.get().isBehind(walk)
                || !citizen.act(walk, file.get().stage(), withdrawal)) {
            return SOON;
        }
        scene.tally.transition();
        walk.open.clear();
        walk.open.add("withdrawn");
        endings.end(walk, "withdrawn");
        return Duration.ZERO;
    }

    private Duration lookLater(Walk walk) {
        walk.looks++;
        boolean ending = walk.open.stream()
                .anyMatch(stage -> walk.script.outcome(stage, walk.part).isPresent());
        if (ending || walk.looks % LOOKS_BEFORE_READING == 0) {
            citizen.look(walk).ifPresent(file -> believe(walk, file));
        }
        if (walk.ended) {
            return Duration.ZERO;
        }
        if (System.nanoTime() - walk.idleSince > patience.toNanos()) {
            scene.tally.example(walk.record.key() + " as it stands: " + citizen.standing(walk));
            return endings.giveUp(walk, "waited in vain at " + walk.open);
        }
        if (walk.looks == 1) {
            scene.looks.inVainAtFirst();
        }
        return scene.looks.again(walk.looks);
    }

    /** Takes the file's own word for where it is. */
    void believe(Walk walk, FileView file) {
        if (walk.script.outcome(file.stage(), walk.part).isPresent()) {
            endings.end(walk, file.stage());
            return;
        }
        if (walk.awaitsClock || file.isBehind(walk)) {
            walk.fileEtag = null;
            return;
        }
        walk.open.clear();
        for (String stage : file.openings().keySet()) {
            if (walk.script.waiting().containsKey(stage)) {
                walk.after = walk.script.waiting().get(stage);
            } else {
                walk.open.add(stage);
            }
        }
    }

    /** Asks where a file of an earlier run stands. */
    void findAgain(Walk walk) {
        citizen.look(walk).ifPresent(file -> believe(walk, file));
        walk.active();
    }

    @Override
    public void close() {
        scene.tally.sent(gateway.calls(), gateway.repeated());
        purse.close();
        gateway.close();
    }
}
