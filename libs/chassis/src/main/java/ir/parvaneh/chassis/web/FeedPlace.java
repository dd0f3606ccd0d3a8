package ir.parvaneh.chassis.web;

import java.time.Duration;
import java.time.Instant;

/**
 * Where the reading of a feed stands. A feed is in the order in which its lines were stamped, and a line is stamped in
 * the write that shows it, so it can come into sight late only by as long as that write takes and as far as the clocks
 * of replicas differ. Each reading therefore begins {@link #OVERLAP} before the last one <em>began</em> (not ended: lines
 * may come into sight behind a reader who turns pages slowly). What comes again carries the same version, and comes no more
 * once it is older than the overlap.
 *
 * @param nextSince {@code changedSince} of the reading after this one
 * @param after the last line read; null at the beginning
 */
public record FeedPlace(String nextSince, String after) {
    /** Twice a store's longest answer (its read time-out is 15 s), which leaves as much for the clocks. */
    public static final Duration OVERLAP = Duration.ofSeconds(30);

    private static final char BETWEEN = ' ';

    /** @param now by the clock that stamps the lines */
    public static FeedPlace beginning(Instant now) {
        return new FeedPlace(now.minus(OVERLAP).toString(), null);
    }

    /** Reads what {@link #behind} wrote. */
    public static FeedPlace of(String place) {
        int end = place.indexOf(BETWEEN);
        return new FeedPlace(place.substring(0, end), place.substring(end + 1));
    }

    /** The place behind that line, for a cursor. */
    public String behind(String line) {
        return nextSince + BETWEEN + line;
    }
}
