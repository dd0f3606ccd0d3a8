package ir.parvaneh.iran;

import java.util.Optional;

/**
 * The national ID of a legal entity, شناسه ملی: ten digits and a check digit [S75-S77].
 *
 * @param value eleven ASCII digits
 */
public record LegalEntityId(String value) {
    private static final int[] WEIGHTS = {29, 27, 23, 19, 17, 29, 27, 23, 19, 17};

    public LegalEntityId {
        if (fault(value).isPresent()) {
            throw new IllegalArgumentException("'" + value + "' is no legal-entity ID");
        }
    }

    /** Reads one. */
    public static Parsed<LegalEntityId> parse(String text) {
        String digits = WrittenDigits.of(text);
        return fault(digits)
                .<Parsed<LegalEntityId>>map(Parsed::refused)
                .orElseGet(() -> Parsed.valid(new LegalEntityId(digits)));
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<IdentifierFault> fault(String digits) {
        if (!digits.matches("[0-9]{11}")) return Optional.of(IdentifierFault.LEGAL_ENTITY_ID_LENGTH);
        if (WrittenDigits.areAlike(digits) || digits.startsWith("000000", 3)) {
            return Optional.of(IdentifierFault.LEGAL_ENTITY_ID_REPEATED);
        }
        boolean right = checkDigit(digits) == WrittenDigits.at(digits, 10);
        return right ? Optional.empty() : Optional.of(IdentifierFault.LEGAL_ENTITY_ID_CHECK_DIGIT);
    }

    private static int checkDigit(String digits) {
        int shift = WrittenDigits.at(digits, 9) + 2;
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (WrittenDigits.at(digits, i) + shift) * WEIGHTS[i];
        }
        return sum % 11 % 10;
    }
}
