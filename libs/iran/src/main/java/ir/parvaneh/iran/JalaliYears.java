package ir.parvaneh.iran;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.Duration;

/** The first days of the Jalali years, asked of ICU once; everything else about a year follows from them. */
final class JalaliYears {
    private static final int FIRST = 1200;
    private static final int LAST = 1600;
    private static final long MILLIS_OF_DAY = Duration.ofDays(1).toMillis();
    private static final long[] FIRST_DAYS = firstDays();

    private JalaliYears() {}

    /** The epoch day of 1 Farvardin. */
    static long firstDayOf(int year) {
        if (year < FIRST || year > LAST + 1) {
            throw new DateTimeException("year " + year + " is outside " + FIRST + " to " + LAST);
        }
        return FIRST_DAYS[year - FIRST];
    }

    static int yearOf(long epochDay) {
        int year = Math.clamp(FIRST + Math.floorDiv(epochDay - FIRST_DAYS[0], 366), FIRST, LAST);
        while (year < LAST && firstDayOf(year + 1) <= epochDay) {
            year++;
        }
        if (epochDay < FIRST_DAYS[0] || epochDay >= firstDayOf(year + 1)) {
            throw new DateTimeException("epoch day " + epochDay + " is outside " + FIRST + " to " + LAST);
        }
        return year;
    }

    private static long[] firstDays() {
        Calendar persian = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("fa_IR@calendar=persian"));
        long[] days = new long[LAST - FIRST + 2];
        for (int i = 0; i < days.length; i++) {
            persian.clear();
            persian.set(FIRST + i, 0, 1);
            days[i] = Math.floorDiv(persian.getTimeInMillis(), MILLIS_OF_DAY);
        }
        return days;
    }
}
