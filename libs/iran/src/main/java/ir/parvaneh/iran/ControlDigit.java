package ir.parvaneh.iran;

/** The control digit of bills: modulo 11 with weights 2 to 7 from the right, and 0 for the remainders 0 and 1. */
final class ControlDigit {
    private static final int FIRST = 2;
    private static final int LAST = 7;
    private static final int MODULUS = 11;

    private ControlDigit() {}

    static int of(String digits) {
        int sum = 0;
        int weight = FIRST;
        for (int i = digits.length() - 1; i >= 0; i--) {
            sum += WrittenDigits.at(digits, i) * weight;
            weight = weight == LAST ? FIRST : weight + 1;
        }
        int remainder = sum % MODULUS;
        return remainder < 2 ? 0 : MODULUS - remainder;
    }

    /** The same digits with their control digit behind them. */
    static String appended(String digits) {
        return digits + of(digits);
    }

    static boolean ends(String digits) {
        int last = digits.length() - 1;
        return of(digits.substring(0, last)) == WrittenDigits.at(digits, last);
    }
}
