package ir.parvaneh.iran;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Days and instants in Tehran: UTC+03:30, without summer time since 1401 [S82]. */
public final class Tehran {
    public static final ZoneId ZONE = ZoneId.of("Asia/Tehran");

    private Tehran() {}

    /** The day in Tehran at this instant. */
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The first instant of a day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The last second of a day, 23:59:59, so that a deadline shown as a date shows the day it falls on. */
    public static Instant endOf(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59, 59)).atZone(ZONE).toInstant();
    }
}
