package ir.parvaneh.contracts;

import java.time.LocalDate;

/**
 * One item of a violation form: what was built beside the permit.
 *
 * @param kind area, storeys, units, parking, usage, set-back, without-permit or technical
 * @param usage residential, commercial or industrial
 * @param excess by how much: square metres, or spaces for parking
 * @param keyMoneyRials where key money exists, else null
 * @param violatedOn when it was built, as far as is known
 */
public record Violation(String kind, String usage, double excess, Long keyMoneyRials, LocalDate violatedOn) {}
