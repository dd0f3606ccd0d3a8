package ir.parvaneh.iran;

import java.util.HashMap;
import java.util.Map;

/**
 * The calendar of every unit: the city's, unless a unit (an office, a district) has its own. Immutable; an edit gives a
 * new value to swap in.
 */
public final class UnitCalendars {
    private final WorkingCalendar city;
    private final Map<String, WorkingCalendar> ofUnits;

    private UnitCalendars(WorkingCalendar city, Map<String, WorkingCalendar> ofUnits) {
        this.city = city;
        this.ofUnits = Map.copyOf(ofUnits);
    }

    /** All units on one calendar. */
    public static UnitCalendars of(WorkingCalendar city) {
        return new UnitCalendars(city, Map.of());
    }

    /** The calendar of a unit. */
    public WorkingCalendar forUnit(String unit) {
        return ofUnits.getOrDefault(unit, city);
    }

    /** The same, but this unit differs from the city's edition by these changes. */
    public UnitCalendars with(String unit, CalendarChanges changes) {
        Map<String, WorkingCalendar> changed = new HashMap<>(ofUnits);
        changed.put(unit, city.with(changes));
        return new UnitCalendars(city, changed);
    }
}
