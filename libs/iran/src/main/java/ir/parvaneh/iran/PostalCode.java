package ir.parvaneh.iran;

import java.util.List;

/**
 * A postal code, کد پستی. There is no check digit, only a shape [S75, S78, S79]: the five digits of the area are
 * certain, the rule for the rest is told by one source and broken by real codes, so it gives a doubt and no refusal.
 *
 * @param value ten ASCII digits
 */
public record PostalCode(String value) {
    private static final String AREA = "(?!(\\d)\\1{3})[13-9]{4}[1346-9]";

    public PostalCode {
        if (!value.matches(AREA + "[0-9]{5}")) {
            throw new IllegalArgumentException("'" + value + "' is no postal code");
        }
    }

    /** Reads one, with or without a hyphen in its middle. */
    public static Parsed<PostalCode> parse(String text) {
        String digits = WrittenDigits.of(text);
        if (!digits.matches("[0-9]{10}")) return Parsed.refused(IdentifierFault.POSTAL_CODE_LENGTH);
        if (!digits.matches(AREA + ".*")) return Parsed.refused(IdentifierFault.POSTAL_CODE_AREA);
        boolean usual = digits.substring(5).matches("[013-9]{5}");
        return new Parsed.Valid<>(
                new PostalCode(digits), usual ? List.of() : List.of(IdentifierFault.POSTAL_CODE_UNUSUAL));
    }

    @Override
    public String toString() {
        return value;
    }
}
