package ir.parvaneh.application.file;

import ir.parvaneh.iran.Tehran;
import ir.parvaneh.iran.WorkingCalendar;
import ir.parvaneh.process.Calendar;
import ir.parvaneh.process.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** The kernel's terms on the calendar of municipal offices. */
public record TermCalendar(WorkingCalendar days) implements Calendar {

    @Override
    public Instant dueAt(Instant from, Term term) {
        return days.dueAt(from, new ir.parvaneh.iran.Term(term.amount(), unit(term.unit())));
    }

    /** The day of an instant in Tehran. */
    public LocalDate dayOf(Instant at) {
        return Tehran.dateOf(at);
    }

    /** How much of a stretch lies on working days. */
    public Duration workingTime(Instant from, Instant to) {
        return days.workingTimeBetween(from, to);
    }

    private static ir.parvaneh.iran.Term.Unit unit(Term.Unit unit) {
        return switch (unit) {
            case WORKING_DAY -> ir.parvaneh.iran.Term.Unit.WORKING_DAY;
            case DAY -> ir.parvaneh.iran.Term.Unit.DAY;
            case WEEK -> ir.parvaneh.iran.Term.Unit.WEEK;
            case MONTH -> ir.parvaneh.iran.Term.Unit.MONTH;
        };
    }
}
