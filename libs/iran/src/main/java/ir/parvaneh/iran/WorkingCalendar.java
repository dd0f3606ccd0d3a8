package ir.parvaneh.iran;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When offices work, and when a term is over. Immutable and cheap to ask: days are counted once when it is made, and a
 * deadline is an array access.
 *
 * <p>Deadlines [A, after civil procedure, S87]: working days count working days only, the day of the event is not
 * counted. Statutory days, weeks and months run through holidays, count neither the day of service nor the day of
 * action, and move to the next working day when they end on a holiday. Whole days are days in Tehran.
 *
 * <p>It covers 1395 to 1425 (moving holidays 1400 to 1406); a day beyond throws DateTimeException.
 */
public final class WorkingCalendar {
    private static final WorkingCalendar OFFICIAL =
            new WorkingCalendar(CalendarEdition.official(), new CalendarChanges("", Set.of(), Set.of(), Set.of()));

    private final CalendarEdition edition;
    private final CalendarChanges changes;
    private final Map<LocalDate, Holiday> holidays;
    private final DayCounts days;

    private WorkingCalendar(CalendarEdition edition, CalendarChanges changes) {
        this.edition = edition;
        this.changes = changes;
        this.holidays =
                edition.holidays().stream().collect(toUnmodifiableMap(Holiday::date, h -> h, (first, second) -> first));
        this.days = new DayCounts(this::works);
    }

    /** The official calendar of municipal offices: Saturday to Wednesday without the official holidays. */
    public static WorkingCalendar official() {
        return OFFICIAL;
    }

    /** The calendar of an edition that was read from elsewhere. */
    public static WorkingCalendar of(CalendarEdition edition) {
        return new WorkingCalendar(edition, OFFICIAL.changes);
    }

    /** The same edition with these changes instead of any before. */
    public WorkingCalendar with(CalendarChanges newChanges) {
        return new WorkingCalendar(edition, newChanges);
    }

    /** The edition and, after a plus sign, the version of what was changed about it. */
    public String version() {
        return changes.version().isEmpty() ? edition.version() : edition.version() + "+" + changes.version();
    }

    public boolean isWorkingDay(LocalDate day) {
        return days.works(day);
    }

    /** The official holiday of a day, if it is one; weekends and closures of a unit are none. */
    public Optional<Holiday> holiday(LocalDate day) {
        return Optional.ofNullable(holidays.get(day));
    }

    /** The n-th working day after a day, or with a negative n before it; the day itself for 0. */
    public LocalDate addWorkingDays(LocalDate from, int n) {
        if (n == 0) return from;
        int start = days.upTo(from);
        boolean backFromWorkingDay = n < 0 && days.works(from);
        return days.nth(n > 0 || backFromWorkingDay ? start + n : start + n + 1);
    }

    /** The day itself when it is worked, else the next one that is. */
    public LocalDate nextWorkingDay(LocalDate onOrAfter) {
        return isWorkingDay(onOrAfter) ? onOrAfter : addWorkingDays(onOrAfter, 1);
    }

    /** Working days after one day up to and including another; negative when they are the other way round. */
    public int workingDaysBetween(LocalDate after, LocalDate upTo) {
        return days.upTo(upTo) - days.upTo(after);
    }

    /** The part of the time between two instants that lies on working days, each from midnight to midnight. */
    public Duration workingTimeBetween(Instant from, Instant to) {
        if (to.isBefore(from)) return workingTimeBetween(to, from).negated();
        LocalDate first = Tehran.dateOf(from);
        LocalDate last = Tehran.dateOf(to);
        if (first.equals(last)) return ifWorked(first, Duration.between(from, to));
        Duration head = ifWorked(first, Duration.between(from, Tehran.startOf(first.plusDays(1))));
        Duration tail = ifWorked(last, Duration.between(Tehran.startOf(last), to));
        return head.plusDays(workingDaysBetween(first, last.minusDays(1))).plus(tail);
    }

    /** The last second of the day on which a term that starts at an instant is over. */
    public Instant dueAt(Instant from, Term term) {
        return Tehran.endOf(dueOn(Tehran.dateOf(from), term));
    }

    /** The last day of a term that starts with something on a day; always a working day. */
    public LocalDate dueOn(LocalDate from, Term term) {
        if (term.amount() == 0) return nextWorkingDay(from);
        return switch (term.unit()) {
            case WORKING_DAY -> addWorkingDays(from, term.amount());
            case DAY -> statutory(from, term.amount());
            case WEEK -> statutory(from, 7 * term.amount());
            case MONTH -> statutory(from, edition.daysInAMonth() * term.amount());
        };
    }

    // One more than the term: the day of action is not counted either, so it may still be done on that day.
    private LocalDate statutory(LocalDate from, int calendarDays) {
        return nextWorkingDay(from.plusDays(calendarDays + 1L));
    }

    private Duration ifWorked(LocalDate day, Duration time) {
        return isWorkingDay(day) ? time : Duration.ZERO;
    }

    private boolean works(LocalDate day) {
        if (changes.alsoOpen().contains(day)) return true;
        if (changes.alsoClosed().contains(day) || holidays.containsKey(day)) return false;
        var weekdays = changes.workingWeekdays().isEmpty() ? edition.workingWeekdays() : changes.workingWeekdays();
        return weekdays.contains(day.getDayOfWeek());
    }
}
