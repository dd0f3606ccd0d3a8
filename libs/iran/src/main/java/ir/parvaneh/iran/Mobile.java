package ir.parvaneh.iran;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mobile number [S73, S78]. Which prefixes operators use changes, so none is enforced. Its text form is masked, so
 * that it does not slip into a log.
 *
 * @param value eleven ASCII digits starting with 09
 */
public record Mobile(String value) {
    private static final Pattern WRITTEN = Pattern.compile("(?:\\+98|0098|98|0)?(9[0-9]{9})");

    public Mobile {
        if (!value.matches("09[0-9]{9}")) {
            throw new IllegalArgumentException("no mobile number");
        }
    }

    /** Reads {@code 0912…}, {@code 912…}, {@code 98912…}, {@code +98912…} or {@code 0098912…}. */
    public static Parsed<Mobile> parse(String text) {
        Matcher written = WRITTEN.matcher(WrittenDigits.of(text).replaceAll("[()]", ""));
        return written.matches()
                ? Parsed.valid(new Mobile("0" + written.group(1)))
                : Parsed.refused(IdentifierFault.MOBILE_FORM);
    }

    static boolean holds(String digits) {
        return WRITTEN.matcher(digits).matches();
    }

    @Override
    public String toString() {
        return value.substring(0, 4) + "***" + value.substring(7);
    }
}
