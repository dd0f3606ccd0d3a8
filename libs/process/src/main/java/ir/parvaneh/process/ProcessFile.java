package ir.parvaneh.process;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of one file in its process: everything its next decision needs, and nothing else. Immutable; plain JSON.
 *
 * @param number how many events the file's aggregate had when the last of the process was applied
 * @param main the open stage of the main line; null once the file has ended
 * @param tracks the open stage of each running track, by track
 * @param ended null while the file lives
 * @param ledger closed segments of the main line, oldest first
 * @param trackLedger closed segments of tracks, oldest first
 * @param hands who had a hand in an action when it was last taken, by action
 * @param assigned engineers' roles on this file, to person ids
 * @param evidence the latest of each kind
 * @param rounds how often each stage was entered
 * @param missed terms that ran out
 * @param visits presences the process asked of the citizen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProcessFile(
        String process,
        String edition,
        String hash,
        long number,
        Instant begunAt,
        OpenStage main,
        Map<String, OpenStage> tracks,
        Ending ended,
        List<Segment> ledger,
        List<Segment> trackLedger,
        Map<String, Hands> hands,
        Map<String, String> assigned,
        Map<String, Kept> evidence,
        Map<String, Integer> rounds,
        List<Missed> missed,
        List<Visit> visits) {

    /** A stage that is open. {@code late} is true once its missed deadline was recorded. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OpenStage(
            long opening,
            String track,
            String stage,
            Holder holder,
            String agency,
            Instant enteredAt,
            Instant dueAt,
            Term term,
            boolean late) {}

    /** A stretch of time charged to one holder, from (inclusive) to (exclusive); due is null where no term ran. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Segment(
            long opening, String stage, String track, Holder holder, Instant from, Instant to, Instant due) {}

    /** The event number of an action's last taking, and the people who prepared or signed it. */
    public record Hands(long number, List<String> people) {
        public Hands {
            people = people == null ? List.of() : List.copyOf(people);
        }
    }

    /** Evidence and the number of the event that brought it. */
    public record Kept(long number, Exhibit exhibit) {}

    /** A term that ran out. */
    public record Missed(long opening, String stage, Holder holder, Instant dueAt) {}

    /** A presence asked of the citizen: where, by which action, when. */
    public record Visit(String place, String action, Instant at) {}

    /** How and when the file ended. */
    public record Ending(String outcome, Instant at) {}

    public ProcessFile {
        tracks = Frozen.sorted(tracks);
        ledger = ledger == null ? List.of() : List.copyOf(ledger);
        trackLedger = trackLedger == null ? List.of() : List.copyOf(trackLedger);
        hands = Frozen.sorted(hands);
        assigned = Frozen.sorted(assigned);
        evidence = Frozen.sorted(evidence);
        rounds = Frozen.sorted(rounds);
        missed = missed == null ? List.of() : List.copyOf(missed);
        visits = visits == null ? List.of() : List.copyOf(visits);
    }

    /** All open stages: the main line's first, then the tracks' in the order of their names. */
    @JsonIgnore
    public List<OpenStage> open() {
        List<OpenStage> open = new ArrayList<>();
        if (main != null) {
            open.add(main);
        }
        open.addAll(tracks.values());
        return open;
    }

    public Optional<OpenStage> open(long opening) {
        return open().stream().filter(stage -> stage.opening() == opening).findFirst();
    }

    public boolean hasEnded() {
        return ended != null;
    }

    /** The latest evidence of a kind, as its record. */
    public <E extends Evidence> Optional<E> latest(String kind, Class<E> record) {
        return Optional.ofNullable(evidence.get(kind))
                .map(kept -> kept.exhibit().as(record));
    }

    /** The number of the event that brought the latest evidence of a kind; 0 when there is none. */
    public long numberOf(String kind) {
        Kept kept = evidence.get(kind);
        return kept == null ? 0 : kept.number();
    }

    /** The number of the event by which an action was last taken; 0 when it never was. */
    public long numberOfAction(String action) {
        Hands last = hands.get(action);
        return last == null ? 0 : last.number();
    }

    /** How often a stage was entered. */
    public int roundsOf(String stage) {
        return rounds.getOrDefault(stage, 0);
    }
}
