package ir.parvaneh.iran;

import java.time.LocalDate;

/** Months as people in Iran count them: by the Jalali calendar. */
public final class JalaliMonths {

    private JalaliMonths() {}

    /** The same day so many months later; the last day of that month where it has no such day. */
    public static LocalDate after(LocalDate day, int months) {
        JalaliDate from = JalaliDate.of(day);
        int counted = from.year() * 12 + from.month() - 1 + months;
        int year = Math.floorDiv(counted, 12);
        int month = Math.floorMod(counted, 12) + 1;
        return new JalaliDate(year, month, Math.min(from.day(), JalaliDate.lengthOfMonth(year, month))).toLocalDate();
    }
}
