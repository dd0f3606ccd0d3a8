package ir.parvaneh.process;

import ir.parvaneh.process.ProcessFile.OpenStage;
import ir.parvaneh.process.ProcessFile.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Time by holder. Pure functions of the ledger and now; nothing stores what remains. Only the main line is summed; a
 * waiting stretch is charged, instant by instant, to the holder of the open track that ended last, or, before the
 * join, of the one that is due last.
 */
public final class ClockLedger {

    private ClockLedger() {}

    /** How long each holder has had the file, the open segment included up to now. Holders without time are absent. */
    public static Map<Holder, Duration> perHolder(ProcessFile file, Instant now) {
        Map<Holder, Duration> sums = new EnumMap<>(Holder.class);
        for (Segment segment : charged(file, now)) {
            sums.merge(segment.holder(), Duration.between(segment.from(), segment.to()), Duration::plus);
        }
        return sums;
    }

    /** The main line as charged, oldest first, waiting stretches resolved; the open one ends at now. */
    public static List<Segment> charged(ProcessFile file, Instant now) {
        List<Segment> charged = new ArrayList<>();
        for (Segment segment : mainLine(file, now)) {
            if (segment.holder() == Holder.WAITING) {
                charged.addAll(resolved(segment, beside(segment, file, now)));
            } else {
                charged.add(segment);
            }
        }
        return charged;
    }

    /** Who holds the file at this moment: one party, or none once it has ended. */
    public static Optional<Holder> holderNow(ProcessFile file) {
        return decidingNow(file).map(OpenStage::holder);
    }

    /** The open stage the file waits for at this moment: the main line's own, or that of the track due last. */
    public static Optional<OpenStage> decidingNow(ProcessFile file) {
        if (file.main() == null || file.main().holder() != Holder.WAITING) {
            return Optional.ofNullable(file.main());
        }
        return file.tracks().values().stream()
                .max(Comparator.comparing(ClockLedger::due).thenComparing(OpenStage::track));
    }

    /**
     * When office and district will have kept the promise: what it allows, counted from the day the owner first let
     * the file go, moved by all the time that others have held it since. Before that day it is counted from now.
     */
    public static Instant promisedAt(ProcessTable table, ProcessFile file, Instant now, Calendar calendar) {
        if (file.ledger().isEmpty()) {
            return calendar.dueAt(now, table.promise());
        }
        Instant filed = file.ledger().getFirst().to();
        Instant until = kept(table, file).orElse(file.hasEnded() ? file.ended().at() : now);
        Duration others = charged(file, until).stream()
                .filter(segment -> !segment.holder().municipal()
                        && !segment.from().isBefore(filed)
                        && segment.from().isBefore(until))
                .map(segment -> Duration.between(segment.from(), segment.to()))
                .reduce(Duration.ZERO, Duration::plus);
        return calendar.dueAt(filed.plus(others), table.promise());
    }

    /**
     * Where a legal clock stands.
     *
     * @param endedAt when the file entered the stage that ends it, or ended itself; null while it runs
     */
    public record LegalTime(LegalClock clock, Instant from, Instant dueAt, Instant endedAt) {}

    /** Every legal clock that has begun: the one that runs, or else the last one that ended. */
    public static List<LegalTime> legalTimes(ProcessTable table, ProcessFile file, Calendar calendar) {
        return table.clocks().stream()
                .flatMap(clock -> legalTime(clock, file, calendar).stream())
                .toList();
    }

    private static Optional<LegalTime> legalTime(LegalClock clock, ProcessFile file, Calendar calendar) {
        Instant from = null;
        Instant ended = null;
        for (Segment segment : mainLine(file, file.begunAt())) {
            boolean runs = from != null && ended == null;
            if (segment.stage().equals(clock.from()) && !runs) {
                from = segment.from();
                ended = null;
            } else if (segment.stage().equals(clock.until()) && runs) {
                ended = segment.from();
            } else if (clock.voidAt().contains(segment.stage()) && runs) {
                from = null;
            }
        }
        if (ended == null && file.hasEnded()) {
            ended = file.ended().at();
        }
        return from == null
                ? Optional.empty()
                : Optional.of(new LegalTime(clock, from, calendar.dueAt(from, clock.within()), ended));
    }

    /** When the promise was kept by a stage, if it was. */
    private static Optional<Instant> kept(ProcessTable table, ProcessFile file) {
        return mainLine(file, file.begunAt()).stream()
                .filter(segment -> segment.stage().equals(table.promiseKeptAt()))
                .map(Segment::from)
                .findFirst();
    }

    /** The next instant at which the clock has something to say about this file. */
    public static Optional<Instant> nextDue(ProcessFile file) {
        return file.open().stream()
                .filter(open -> open.dueAt() != null && !open.late())
                .map(OpenStage::dueAt)
                .min(Comparator.naturalOrder());
    }

    /** The openings whose term is over at that instant and about which the clock has not spoken. */
    public static List<Long> overdue(ProcessFile file, Instant at) {
        return file.open().stream()
                .filter(open ->
                        open.dueAt() != null && !open.late() && open.dueAt().isBefore(at))
                .map(OpenStage::opening)
                .toList();
    }

    private static Instant due(OpenStage open) {
        return open.dueAt() == null ? Instant.MAX : open.dueAt();
    }

    private static List<Segment> mainLine(ProcessFile file, Instant now) {
        List<Segment> segments = new ArrayList<>(file.ledger());
        if (file.main() != null) {
            segments.add(closedAt(file.main(), now));
        }
        return segments;
    }

    private static Segment closedAt(OpenStage open, Instant now) {
        Instant to = now.isBefore(open.enteredAt()) ? open.enteredAt() : now;
        return new Segment(
                open.opening(), open.stage(), open.track(), open.holder(), open.enteredAt(), to, open.dueAt());
    }

    /** The track segments that ran while the main line stood in that waiting segment. */
    private static List<Segment> beside(Segment waiting, ProcessFile file, Instant now) {
        List<Segment> segments = new ArrayList<>(file.trackLedger());
        file.tracks().values().forEach(open -> segments.add(closedAt(open, now)));
        return segments.stream()
                .filter(segment -> segment.opening() > waiting.opening()
                        && !segment.from().isBefore(waiting.from())
                        && !segment.to().isAfter(waiting.to()))
                .toList();
    }

    /** Cuts the waiting stretch wherever a track's segment begins or ends, and charges each piece. */
    private static List<Segment> resolved(Segment waiting, List<Segment> beside) {
        TreeSet<Instant> cuts = new TreeSet<>(List.of(waiting.from(), waiting.to()));
        beside.forEach(segment -> {
            cuts.add(segment.from());
            cuts.add(segment.to());
        });
        List<Segment> pieces = new ArrayList<>();
        Instant from = cuts.first();
        for (Instant to : cuts.tailSet(from, false)) {
            pieces.add(piece(waiting, from, to, beside));
            from = to;
        }
        return pieces;
    }

    private static Segment piece(Segment waiting, Instant from, Instant to, List<Segment> beside) {
        Holder holder = beside.stream()
                .filter(segment ->
                        !segment.from().isAfter(from) && !segment.to().isBefore(to))
                .max(Comparator.comparing((Segment segment) -> endOf(segment.track(), beside))
                        .thenComparing(segment -> lastDue(segment.track(), beside))
                        .thenComparing(Segment::track))
                .map(Segment::holder)
                .orElse(Holder.WAITING);
        return new Segment(waiting.opening(), waiting.stage(), null, holder, from, to, null);
    }

    private static Instant endOf(String track, List<Segment> beside) {
        return ofTrack(track, beside).to();
    }

    private static Instant lastDue(String track, List<Segment> beside) {
        Instant due = ofTrack(track, beside).due();
        return due == null ? Instant.MAX : due;
    }

    private static Segment ofTrack(String track, List<Segment> beside) {
        return beside.stream()
                .filter(segment -> segment.track().equals(track))
                .max(Comparator.comparingLong(Segment::opening))
                .orElseThrow();
    }
}
