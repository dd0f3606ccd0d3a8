package ir.parvaneh.contracts;

import java.time.Instant;
import java.time.LocalDate;

/** The citizen accepted the date of the site visit. */
public record VisitAccepted(long opening, LocalDate visitOn, Instant at) {}
