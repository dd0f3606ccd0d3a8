package ir.parvaneh.office.visit;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The inspector's visit to the plot: a date told in advance [S45], which the citizen accepts or moves.
 *
 * @param opening the opening of the stage that asked for it
 * @param moves how often the citizen has moved it
 * @param dueToAnswerAt silence up to here accepts the date
 * @param changed page version of its last change: the visit's ETag
 */
public record SiteVisit(
        long opening,
        String inspectorId,
        LocalDate visitOn,
        Status status,
        int moves,
        Instant dueToAnswerAt,
        long changed) {

    /** What has become of the date. */
    public enum Status {
        PROPOSED,
        ACCEPTED,
        DONE
    }

    /** True when the inspector may record his visit: the citizen accepted, or has been silent long enough. */
    public boolean agreed(Instant now) {
        return switch (status) {
            case ACCEPTED -> true;
            case PROPOSED -> !now.isBefore(dueToAnswerAt);
            case DONE -> false;
        };
    }

    SiteVisit accepted() {
        return new SiteVisit(opening, inspectorId, visitOn, Status.ACCEPTED, moves, dueToAnswerAt, changed);
    }

    SiteVisit movedTo(LocalDate date) {
        return new SiteVisit(opening, inspectorId, date, Status.ACCEPTED, moves + 1, dueToAnswerAt, changed);
    }

    SiteVisit proposed(LocalDate date, Instant answerBy) {
        return new SiteVisit(opening, inspectorId, date, Status.PROPOSED, moves, answerBy, changed);
    }

    /** The visit took place. */
    public SiteVisit done() {
        return new SiteVisit(opening, inspectorId, visitOn, Status.DONE, moves, dueToAnswerAt, changed);
    }

    /** The same with the page version that wrote it. */
    public SiteVisit changedAt(long version) {
        return new SiteVisit(opening, inspectorId, visitOn, status, moves, dueToAnswerAt, version);
    }
}
