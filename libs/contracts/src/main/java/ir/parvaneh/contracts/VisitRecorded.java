package ir.parvaneh.contracts;

import java.time.Instant;

/**
 * A citizen stood somewhere in person, or an inspector at the plot.
 *
 * @param place office, district or plot
 * @param avoidable whether the visit could have been spared
 */
public record VisitRecorded(String place, String unit, String reasonCode, boolean avoidable, Instant at) {}
