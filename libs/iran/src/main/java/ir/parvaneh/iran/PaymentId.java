package ir.parvaneh.iran;

import java.util.Optional;

/**
 * شناسه پرداخت: how much is to be paid on a bill, and for when. The amount in thousands of rials (up to eight digits), a
 * digit of the year, two of the period, a control digit over these and another over bill and payment together, as the
 * banks' joint scheme for bills has it; kept without zeros in front.
 *
 * @param bill what it is a payment on: one identifier cannot be checked without the other
 * @param value six to thirteen ASCII digits
 */
public record PaymentId(BillId bill, String value) {
    /** Amounts are written in these many rials. */
    public static final long UNIT_RIALS = 1_000;

    /** The largest amount it can say, in rials. */
    public static final long MOST_RIALS = 99_999_999 * UNIT_RIALS;

    private static final int TAIL = 5;
    private static final int PERIODS = 100;

    public PaymentId {
        if (fault(bill, value).isPresent()) {
            throw new IllegalArgumentException("'" + value + "' is no payment identifier on " + bill);
        }
    }

    /** Reads one; zeros in front say nothing. */
    public static Parsed<PaymentId> parse(BillId bill, String text) {
        String digits = WrittenDigits.of(text).replaceFirst("^0+", "");
        return fault(bill, digits)
                .<Parsed<PaymentId>>map(Parsed::refused)
                .orElseGet(() -> Parsed.valid(new PaymentId(bill, digits)));
    }

    /** Whether an amount can be said by an identifier at all. */
    public static boolean canSay(long rials) {
        return rials > 0 && rials <= MOST_RIALS && rials % UNIT_RIALS == 0;
    }

    /**
     * Makes one.
     *
     * @param rials whole thousands, more than nothing
     * @param year its last digit is told
     * @param period 0 to 99
     */
    public static PaymentId of(BillId bill, long rials, int year, int period) {
        if (!canSay(rials) || period < 0 || period >= PERIODS) {
            throw new IllegalArgumentException(rials + " rials, period " + period + " make no payment identifier");
        }
        String said = "%d%d%02d".formatted(rials / UNIT_RIALS, Math.floorMod(year, 10), period);
        String once = ControlDigit.appended(said);
        return new PaymentId(bill, once + ControlDigit.of(bill.value() + once));
    }

    /** The amount it says. */
    public long rials() {
        return Long.parseLong(value.substring(0, value.length() - TAIL)) * UNIT_RIALS;
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<IdentifierFault> fault(BillId bill, String digits) {
        if (!digits.matches("[0-9]{6,13}")) {
            return Optional.of(IdentifierFault.PAYMENT_ID_LENGTH);
        }
        boolean own = ControlDigit.ends(digits.substring(0, digits.length() - 1));
        return own && ControlDigit.ends(bill.value() + digits)
                ? Optional.empty()
                : Optional.of(IdentifierFault.PAYMENT_ID_CHECK_DIGIT);
    }
}
