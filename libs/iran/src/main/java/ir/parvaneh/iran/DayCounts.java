package ir.parvaneh.iran;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Working days counted once for all days of 1395 to 1425, so that every later question is an array access: for each day
 * how many working days lie before it, and for each working day which day it is.
 */
final class DayCounts {
    static final int FIRST_YEAR = 1395;
    static final int LAST_YEAR = 1425;

    private static final long FIRST_DAY = JalaliYears.firstDayOf(FIRST_YEAR);
    private static final int DAYS = (int) (JalaliYears.firstDayOf(LAST_YEAR + 1) - FIRST_DAY);

    private final int[] before = new int[DAYS + 1];
    private final int[] working;

    DayCounts(Predicate<LocalDate> works) {
        int[] found = new int[DAYS];
        for (int day = 0; day < DAYS; day++) {
            boolean worked = works.test(LocalDate.ofEpochDay(FIRST_DAY + day));
            found[before[day]] = day;
            before[day + 1] = before[day] + (worked ? 1 : 0);
        }
        working = Arrays.copyOf(found, before[DAYS]);
    }

    boolean works(LocalDate date) {
        int day = index(date);
        return before[day + 1] > before[day];
    }

    /** Working days up to and including a day. */
    int upTo(LocalDate date) {
        return before[index(date) + 1];
    }

    /** The day that is the n-th working day of all, counted from 1. */
    LocalDate nth(int n) {
        if (n < 1 || n > working.length) {
            throw outside("the day asked for");
        }
        return LocalDate.ofEpochDay(FIRST_DAY + working[n - 1]);
    }

    private static int index(LocalDate date) {
        long day = date.toEpochDay() - FIRST_DAY;
        if (day < 0 || day >= DAYS) {
            throw outside(date.toString());
        }
        return (int) day;
    }

    private static DateTimeException outside(String what) {
        return new DateTimeException(what + " is outside the calendar, " + FIRST_YEAR + " to " + LAST_YEAR);
    }
}
