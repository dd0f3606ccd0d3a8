package ir.parvaneh.iran;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a city or one unit changes about the official calendar: closures for cold, smoke or mourning announced overnight
 * [S83, S86], Thursdays worked. The whole set is replaced at once and carries a version of its own.
 *
 * @param version name of these changes; appears in {@link WorkingCalendar#version()}
 * @param workingWeekdays the unit's working weekdays, empty to keep the official ones
 * @param alsoClosed days closed beyond the official holidays
 * @param alsoOpen days worked although the official calendar has them closed
 */
public record CalendarChanges(
        String version, Set<DayOfWeek> workingWeekdays, Set<LocalDate> alsoClosed, Set<LocalDate> alsoOpen) {

    public CalendarChanges {
        workingWeekdays = Set.copyOf(workingWeekdays);
        alsoClosed = Set.copyOf(alsoClosed);
        alsoOpen = Set.copyOf(alsoOpen);
        alsoClosed.stream().filter(alsoOpen::contains).findFirst().ifPresent(day -> {
            throw new IllegalArgumentException(day + " is said to be both closed and open");
        });
    }
}
