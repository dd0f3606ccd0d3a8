package ir.parvaneh.iran;

import java.util.Optional;

/**
 * The national ID of a person, کد ملی: three digits of place, six of serial, one check digit [S72-S74]. Its text form
 * is masked, so that it does not slip into a log.
 *
 * @param value ten ASCII digits
 */
public record NationalId(String value) {

    public NationalId {
        if (fault(value).isPresent()) {
            throw new IllegalArgumentException("no national ID");
        }
    }

    /** Reads one; eight or nine digits have lost their leading zeros in some spreadsheet and get them back. */
    public static Parsed<NationalId> parse(String text) {
        String digits = padded(WrittenDigits.of(text));
        return fault(digits)
                .<Parsed<NationalId>>map(Parsed::refused)
                .orElseGet(() -> Parsed.valid(new NationalId(digits)));
    }

    static boolean holds(String digits) {
        return fault(digits).isEmpty();
    }

    @Override
    public String toString() {
        return value.substring(0, 3) + "*****" + value.substring(8);
    }

    private static Optional<IdentifierFault> fault(String digits) {
        if (!digits.matches("[0-9]{10}")) return Optional.of(IdentifierFault.NATIONAL_ID_LENGTH);
        if (WrittenDigits.areAlike(digits)) return Optional.of(IdentifierFault.NATIONAL_ID_REPEATED);
        boolean right = checkDigit(digits) == WrittenDigits.at(digits, 9);
        return right ? Optional.empty() : Optional.of(IdentifierFault.NATIONAL_ID_CHECK_DIGIT);
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += WrittenDigits.at(digits, i) * (10 - i);
        }
        int rest = sum % 11;
        return rest < 2 ? rest : 11 - rest;
    }

    private static String padded(String digits) {
        return switch (digits.length()) {
            case 8 -> "00" + digits;
            case 9 -> "0" + digits;
            default -> digits;
        };
    }
}
