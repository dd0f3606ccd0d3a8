package ir.parvaneh.district.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Whose time it was while the main line waited for its tracks: each instant is charged to the holder, at that instant,
 * of the track that ended last among those open then.
 */
final class Waiting {
    private Waiting() {}

    /** Milliseconds by holder; together they are the length of the wait. */
    static Map<String, Long> charged(Stretch wait, List<Stretch> tracks) {
        List<Stretch> beside = tracks.stream()
                .filter(one -> one.opening() > wait.opening())
                .filter(one -> !one.from().isBefore(wait.from()) && !one.to().isAfter(wait.to()))
                .toList();
        Map<String, Long> charged = new HashMap<>();
        Instant from = wait.from();
        for (Instant to : cuts(wait, beside)) {
            charged.merge(holder(from, to, beside), Duration.between(from, to).toMillis(), Long::sum);
            from = to;
        }
        return charged;
    }

    private static TreeSet<Instant> cuts(Stretch wait, List<Stretch> beside) {
        TreeSet<Instant> cuts = new TreeSet<>();
        cuts.add(wait.to());
        beside.forEach(one -> {
            cuts.add(one.from());
            cuts.add(one.to());
        });
        cuts.remove(wait.from());
        return cuts;
    }

    private static String holder(Instant from, Instant to, List<Stretch> beside) {
        return beside.stream()
                .filter(one -> !one.from().isAfter(from) && !one.to().isBefore(to))
                .max(Comparator.comparing(
                                (Stretch one) -> last(one.track(), beside).to())
                        .thenComparing(one -> due(last(one.track(), beside)))
                        .thenComparing(Stretch::track))
                .map(Stretch::holder)
                .orElse("waiting");
    }

    private static Stretch last(String track, List<Stretch> beside) {
        return beside.stream()
                .filter(one -> one.track().equals(track))
                .max(Comparator.comparingLong(Stretch::opening))
                .orElseThrow();
    }

    private static Instant due(Stretch one) {
        return one.dueAt() == null ? Instant.MAX : one.dueAt();
    }
}
