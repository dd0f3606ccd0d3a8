package ir.parvaneh.iran;

import java.util.Optional;

/**
 * شناسه قبض: who is to pay whom. The file's number (up to eight digits), the company (three), the service (one) and a
 * control digit, as the banks' joint scheme for bills has it; kept in thirteen digits with zeros in front.
 *
 * @param value thirteen ASCII digits
 */
public record BillId(String value) {
    /** The digit of municipal levies, عوارض شهرداری. */
    public static final int MUNICIPALITY = 6;

    private static final int LENGTH = 13;
    private static final int SHORTEST = 6;
    private static final int FILES = 100_000_000;
    private static final int COMPANIES = 1_000;

    public BillId {
        if (value.length() != LENGTH || fault(value).isPresent()) {
            throw new IllegalArgumentException("'" + value + "' is no bill identifier");
        }
    }

    /** Reads one; six to thirteen digits are written, zeros in front are left out by many. */
    public static Parsed<BillId> parse(String text) {
        String digits = WrittenDigits.of(text);
        return fault(digits)
                .<Parsed<BillId>>map(Parsed::refused)
                .orElseGet(() -> Parsed.valid(new BillId(padded(digits))));
    }

    /**
     * Makes one.
     *
     * @param file 0 to 99,999,999
     * @param company 0 to 999; for a municipality, its district
     * @param service one digit, not 0
     */
    public static BillId of(int file, int company, int service) {
        if (file < 0 || file >= FILES || company < 0 || company >= COMPANIES || service < 1 || service > 9) {
            throw new IllegalArgumentException(file + ", " + company + ", " + service + " make no bill identifier");
        }
        return new BillId(ControlDigit.appended("%08d%03d%d".formatted(file, company, service)));
    }

    /** The digit of the service: 1 water, 2 electricity, 3 gas, 4 and 5 telephones, 6 municipality. */
    public int service() {
        return WrittenDigits.at(value, LENGTH - 2);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String padded(String digits) {
        return "0".repeat(LENGTH - digits.length()) + digits;
    }

    private static Optional<IdentifierFault> fault(String digits) {
        if (!digits.matches("[0-9]{" + SHORTEST + "," + LENGTH + "}")) {
            return Optional.of(IdentifierFault.BILL_ID_LENGTH);
        }
        boolean service = WrittenDigits.at(digits, digits.length() - 2) > 0;
        return service && ControlDigit.ends(digits)
                ? Optional.empty()
                : Optional.of(IdentifierFault.BILL_ID_CHECK_DIGIT);
    }
}
