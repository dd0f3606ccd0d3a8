package ir.parvaneh.process;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A request to move the file: an action at an opening. For an action of one actor, {@code signedBy} is empty or holds
 * that one signature; for a signed action it holds all signatures in order, and {@code preparedBy} is whoever prepared
 * the decision.
 *
 * @param decidedAt the instant the decision was stored: it closes the segment and starts the next term
 */
public record Attempt(
        String action,
        long opening,
        Actor preparedBy,
        List<Signature> signedBy,
        Evidence evidence,
        List<Reason> reasons,
        Instant decidedAt) {

    /** The name under which the clock reports that a term is over; what follows is the table's late rule. */
    static final String LATE = "late";

    public Attempt {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(preparedBy, "preparedBy");
        Objects.requireNonNull(decidedAt, "decidedAt");
        signedBy = signedBy == null ? List.of() : List.copyOf(signedBy);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    public static Attempt of(String action, long opening, Actor preparedBy, Instant decidedAt) {
        return new Attempt(action, opening, preparedBy, List.of(), null, List.of(), decidedAt);
    }

    /** The clock's word that the term of an opening is over; at is the city's time. */
    public static Attempt late(long opening, Instant at) {
        return of(LATE, opening, Actor.clock(), at);
    }

    public Attempt signed(List<Signature> signatures) {
        return new Attempt(action, opening, preparedBy, signatures, evidence, reasons, decidedAt);
    }

    public Attempt with(Evidence given) {
        return new Attempt(action, opening, preparedBy, signedBy, given, reasons, decidedAt);
    }

    public Attempt because(Reason... given) {
        return new Attempt(action, opening, preparedBy, signedBy, evidence, List.of(given), decidedAt);
    }

    public Attempt because(List<Reason> given) {
        return new Attempt(action, opening, preparedBy, signedBy, evidence, given, decidedAt);
    }

    boolean isLate() {
        return action.equals(LATE) && preparedBy.isClock();
    }
}
