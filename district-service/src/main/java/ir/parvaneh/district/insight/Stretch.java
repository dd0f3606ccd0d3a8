package ir.parvaneh.district.insight;

import java.time.Instant;

/**
 * A stage while it was, or still is, open.
 *
 * @param track null on the main line
 * @param to null while it is open
 * @param dueAt end of its term, or null
 */
record Stretch(long opening, String track, String stage, String holder, Instant from, Instant to, Instant dueAt) {
    Stretch until(Instant end) {
        return new Stretch(opening, track, stage, holder, from, end.isBefore(from) ? from : end, dueAt);
    }

    boolean isMain() {
        return track == null;
    }

    /** The main line waits for tracks: its time is theirs. */
    boolean isWaiting() {
        return "waiting".equals(holder);
    }

    boolean isLate(Instant asOf) {
        return dueAt != null && dueAt.isBefore(asOf);
    }
}
