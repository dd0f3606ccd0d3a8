package ir.parvaneh.contracts;

import java.time.Instant;
import java.time.LocalDate;

/** The citizen moved the site visit; at most twice. */
public record VisitMoved(long opening, LocalDate visitOn, int moves, Instant at) {}
