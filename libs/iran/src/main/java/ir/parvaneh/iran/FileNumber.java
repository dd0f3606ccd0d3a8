package ir.parvaneh.iran;

/**
 * The number of a paper file, شماره پرونده: two digits of district, nine of file [S24].
 *
 * @param value eleven ASCII digits
 */
public record FileNumber(String value) {
    private static final String FORM = "(0[1-9]|1[0-9]|2[0-2])[0-9]{9}";

    public FileNumber {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("'" + value + "' is no file number");
        }
    }

    /** Reads one. */
    public static Parsed<FileNumber> parse(String text) {
        String digits = WrittenDigits.of(text);
        boolean right = digits.matches(FORM);
        return right ? Parsed.valid(new FileNumber(digits)) : Parsed.refused(IdentifierFault.FILE_NUMBER_FORM);
    }

    /** 1 to 22. */
    public int districtNo() {
        return Integer.parseInt(value.substring(0, 2));
    }

    /** The nine digits after the district. */
    public String serial() {
        return value.substring(2);
    }

    @Override
    public String toString() {
        return value;
    }
}
