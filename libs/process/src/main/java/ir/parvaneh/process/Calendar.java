package ir.parvaneh.process;

import java.time.Instant;

/** Tells when a term that starts at an instant is over. Implemented by the house that knows its holidays. */
@FunctionalInterface
public interface Calendar {

    /** The last instant inside the term. */
    Instant dueAt(Instant from, Term term);
}
