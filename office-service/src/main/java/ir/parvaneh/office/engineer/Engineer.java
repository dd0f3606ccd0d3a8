package ir.parvaneh.office.engineer;

import java.time.LocalDate;

/**
 * An engineer of the engineering organisation, as the city lists him.
 *
 * @param discipline civil, architecture, electrical or mechanical [S34]
 * @param capacity how many files he may supervise at a time
 */
public record Engineer(String personId, String discipline, LocalDate licenceUntil, int capacity) {}
