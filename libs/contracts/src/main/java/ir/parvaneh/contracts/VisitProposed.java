package ir.parvaneh.contracts;

import java.time.Instant;
import java.time.LocalDate;

/** A date for the site visit was told to the citizen. */
public record VisitProposed(long opening, LocalDate visitOn, Instant at) {}
