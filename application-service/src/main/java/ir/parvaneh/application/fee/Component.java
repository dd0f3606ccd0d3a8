package ir.parvaneh.application.fee;

import ir.parvaneh.contracts.Titles;
import java.time.LocalDate;

/**
 * One levy of a tariff for a period.
 *
 * @param payee who gets the money in the end: municipality, education, social-security
 * @param from the first day it is charged
 * @param to the first day it is not charged any more; null while nobody set one
 */
public record Component(
        String name, Titles title, String payee, Act act, String mark, LocalDate from, LocalDate to, Formula formula) {

    /** A legal act by its number; mark is its source [S..], or BK or A where none was read. */
    public record Act(String number, String mark, Titles title) {}

    boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    boolean overlaps(Component other) {
        return name.equals(other.name)
                && (to == null || other.from.isBefore(to))
                && (other.to == null || from.isBefore(other.to));
    }
}
