package ir.parvaneh.iran;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A term as the law says it: {@code 22 working days}, {@code 10 days}, {@code 1 week}, {@code 2 months}. Zero of
 * anything ends on the same day. What date it means is said by {@link WorkingCalendar#dueOn}.
 */
public record Term(int amount, Unit unit) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3}) (working day|day|week|month)s?");

    /** What is counted. Only working days leave out holidays; the others are statutory and run through them. */
    public enum Unit {
        WORKING_DAY,
        DAY,
        WEEK,
        MONTH
    }

    public Term {
        if (amount < 0) {
            throw new IllegalArgumentException("a term cannot be " + amount + " long");
        }
    }

    /** Reads a term as written; throws IllegalArgumentException when the text is none. */
    public static Term parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no term such as '3 working days' or '2 months'");
        }
        return new Term(Integer.parseInt(written.group(1)), unit(written.group(2)));
    }

    /** As it is written. */
    @Override
    public String toString() {
        return amount + " " + word(unit) + (amount == 1 ? "" : "s");
    }

    private static Unit unit(String word) {
        return Unit.valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    private static String word(Unit unit) {
        return switch (unit) {
            case WORKING_DAY -> "working day";
            case DAY -> "day";
            case WEEK -> "week";
            case MONTH -> "month";
        };
    }
}
