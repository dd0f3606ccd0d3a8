package ir.parvaneh.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A term as the law says it: {@code 1 working day}, {@code 0 working days} (the same day), {@code 10 days},
 * {@code 1 week}, {@code 2 months}. On the wire and in the store it is that text; what date it means is the calendar's
 * affair.
 */
public record Term(int amount, Unit unit) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3}) (working day|day|week|month)s?");

    /** What is counted. */
    public enum Unit {
        WORKING_DAY("working day", "روز کاری"),
        DAY("day", "روز"),
        WEEK("week", "هفته"),
        MONTH("month", "ماه");

        private final String en;
        private final String fa;

        Unit(String en, String fa) {
            this.en = en;
            this.fa = fa;
        }

        private static Unit of(String written) {
            for (Unit unit : values()) {
                if (unit.en.equals(written)) {
                    return unit;
                }
            }
            throw new IllegalArgumentException("no unit is called " + written);
        }
    }

    /** Reads a term as written. Throws IllegalArgumentException when the text is no term. */
    @JsonCreator
    public static Term parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no term such as '3 working days' or '2 months'");
        }
        return new Term(Integer.parseInt(written.group(1)), Unit.of(written.group(2)));
    }

    /** The term in working days, for comparing promises: a week has five, a month twenty-two, a day counts as one. */
    public int asWorkingDays() {
        return switch (unit) {
            case WORKING_DAY, DAY -> amount;
            case WEEK -> amount * 5;
            case MONTH -> amount * 22;
        };
    }

    /** The term in words for a reader; the same day is said as such. */
    public Wording wording() {
        return amount == 0 ? new Wording("همان روز", "the same day") : new Wording(amount + " " + unit.fa, toString());
    }

    @JsonValue
    @Override
    public String toString() {
        return amount + " " + unit.en + (amount == 1 ? "" : "s");
    }
}
