package ir.parvaneh.iran;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of the Jalali (solar Hijri) calendar, years 1200 to 1600.
 *
 * @throws DateTimeException when there is no such day, such as 30 Esfand of a common year
 */
public record JalaliDate(int year, int month, int day) implements Comparable<JalaliDate> {
    private static final Comparator<JalaliDate> BY_DAY = Comparator.comparingInt(JalaliDate::year)
            .thenComparingInt(JalaliDate::month)
            .thenComparingInt(JalaliDate::day);
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})");
    private static final List<String> MONTHS = List.of(
            "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند");

    public JalaliDate {
        if (month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) {
            throw new DateTimeException("there is no day " + year + "/" + month + "/" + day);
        }
    }

    /** The Jalali date of a Gregorian one. */
    public static JalaliDate of(LocalDate date) {
        int year = JalaliYears.yearOf(date.toEpochDay());
        int dayOfYear = (int) (date.toEpochDay() - JalaliYears.firstDayOf(year));
        int month = dayOfYear < 186 ? dayOfYear / 31 : 6 + (dayOfYear - 186) / 30;
        return new JalaliDate(year, month + 1, dayOfYear - daysBefore(month + 1) + 1);
    }

    /** Reads {@code 1404/12/27} or {@code ۱۴۰۴-۱۲-۲۷}; throws DateTimeException when the text is no date. */
    public static JalaliDate parse(String text) {
        Matcher written = WRITTEN.matcher(PersianText.asciiDigits(text.strip()));
        if (!written.matches()) {
            throw new DateTimeException("'" + text + "' is no date such as 1404/12/27");
        }
        return new JalaliDate(number(written, 1), number(written, 2), number(written, 3));
    }

    /** Whether 30 Esfand exists in this year. */
    public static boolean isLeapYear(int year) {
        return JalaliYears.firstDayOf(year + 1) - JalaliYears.firstDayOf(year) == 366;
    }

    /** Days of a month: 31, 30, and 29 or 30 in Esfand. */
    public static int lengthOfMonth(int year, int month) {
        if (month <= 6) return 31;
        return month < 12 || isLeapYear(year) ? 30 : 29;
    }

    /** The Gregorian date of this day. */
    public LocalDate toLocalDate() {
        return LocalDate.ofEpochDay(JalaliYears.firstDayOf(year) + daysBefore(month) + day - 1);
    }

    /** As people write it, {@code 1404/12/27}; {@link PersianText#persianDigits} makes it Persian. */
    @Override
    public String toString() {
        return "%04d/%02d/%02d".formatted(year, month, day);
    }

    /** In Persian words and digits: {@code ۲۷ اسفند ۱۴۰۴}. */
    public String inPersianWords() {
        return PersianText.persianDigits(day + " " + MONTHS.get(month - 1) + " " + year);
    }

    @Override
    public int compareTo(JalaliDate other) {
        return BY_DAY.compare(this, other);
    }

    private static int daysBefore(int month) {
        return month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
    }

    private static int number(Matcher written, int group) {
        return Integer.parseInt(written.group(group));
    }
}
