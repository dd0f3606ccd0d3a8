package ir.parvaneh.process;

import ir.parvaneh.process.ProcessFile.Hands;
import ir.parvaneh.process.ProcessFile.Kept;
import ir.parvaneh.process.ProcessFile.OpenStage;
import ir.parvaneh.process.ProcessFile.Segment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A file while one event is applied to it. */
final class FileSketch {

    private final ProcessFile before;
    private final long number;
    private OpenStage main;
    private final Map<String, OpenStage> tracks;
    private ProcessFile.Ending ended;
    private final List<Segment> ledger;
    private final List<Segment> trackLedger;
    private final Map<String, Hands> hands;
    private final Map<String, String> assigned;
    private final Map<String, Kept> evidence;
    private final Map<String, Integer> rounds;
    private final List<ProcessFile.Missed> missed;
    private final List<ProcessFile.Visit> visits;

    FileSketch(ProcessFile before, long number) {
        this.before = before;
        this.number = number;
        this.main = before.main();
        this.tracks = new TreeMap<>(before.tracks());
        this.ledger = new ArrayList<>(before.ledger());
        this.trackLedger = new ArrayList<>(before.trackLedger());
        this.hands = new TreeMap<>(before.hands());
        this.assigned = new TreeMap<>(before.assigned());
        this.evidence = new TreeMap<>(before.evidence());
        this.rounds = new TreeMap<>(before.rounds());
        this.missed = new ArrayList<>(before.missed());
        this.visits = new ArrayList<>(before.visits());
    }

    ProcessFile enter(ProcessEvent.StageEntered entered) {
        fits(entered.opening() == number, "an opening is the number of its event");
        open(new OpenStage(
                entered.opening(),
                entered.track(),
                entered.stage(),
                entered.holder(),
                entered.agency(),
                entered.enteredAt(),
                entered.dueAt(),
                entered.term(),
                false));
        rounds.merge(entered.stage(), 1, Integer::sum);
        assigned.putAll(entered.assigned());
        return done();
    }

    private void open(OpenStage stage) {
        if (stage.track() == null) {
            fits(main == null, "the main line is in one stage at a time");
            main = stage;
        } else {
            fits(tracks.put(stage.track(), stage) == null, "a track is in one stage at a time");
        }
    }

    ProcessFile leave(ProcessEvent.StageLeft left) {
        OpenStage open = opened(left.opening(), left.stage());
        close(open, left);
        remember(left);
        assigned.putAll(left.assigned());
        if (left.evidence() != null) {
            evidence.put(left.evidence().schema(), new Kept(number, left.evidence()));
        }
        if (left.presence() != null) {
            visits.add(new ProcessFile.Visit(left.presence(), left.action(), left.decidedAt()));
        }
        return done();
    }

    private void close(OpenStage open, ProcessEvent.StageLeft left) {
        Segment segment = new Segment(
                open.opening(),
                open.stage(),
                open.track(),
                open.holder(),
                open.enteredAt(),
                left.decidedAt(),
                open.dueAt());
        if (open.track() == null) {
            main = null;
            ledger.add(segment);
        } else {
            tracks.remove(open.track());
            trackLedger.add(segment);
        }
    }

    private void remember(ProcessEvent.StageLeft left) {
        Set<String> people = new LinkedHashSet<>();
        people.add(left.preparedBy());
        people.addAll(left.signedBy());
        people.remove(Actor.CLOCK);
        people.remove(Actor.ANOTHER_APPLICATION);
        hands.put(left.action(), new Hands(number, List.copyOf(people)));
    }

    ProcessFile miss(ProcessEvent.DeadlineMissed event) {
        OpenStage open = opened(event.opening(), event.stage());
        fits(!open.late(), "a deadline is missed once");
        OpenStage late = new OpenStage(
                open.opening(),
                open.track(),
                open.stage(),
                open.holder(),
                open.agency(),
                open.enteredAt(),
                open.dueAt(),
                open.term(),
                true);
        if (open.track() == null) {
            main = late;
        } else {
            tracks.put(open.track(), late);
        }
        missed.add(new ProcessFile.Missed(event.opening(), event.stage(), event.holder(), event.dueAt()));
        return done();
    }

    ProcessFile learn(ProcessEvent.FactLearned event) {
        evidence.put(event.kind(), new Kept(number, event.evidence()));
        return done();
    }

    ProcessFile end(ProcessEvent.Ended event) {
        fits(main == null && tracks.isEmpty(), "a file ends with nothing open");
        ended = new ProcessFile.Ending(event.outcome(), event.at());
        return done();
    }

    private OpenStage opened(long opening, String stage) {
        OpenStage open = before.open(opening).orElse(null);
        fits(open != null && open.stage().equals(stage), stage + " is open under that number");
        return open;
    }

    private void fits(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("event " + number + " does not fit: " + what);
        }
    }

    private ProcessFile done() {
        return new ProcessFile(
                before.process(),
                before.edition(),
                before.hash(),
                number,
                before.begunAt(),
                main,
                tracks,
                ended,
                ledger,
                trackLedger,
                hands,
                assigned,
                evidence,
                rounds,
                missed,
                visits);
    }
}
