package ir.parvaneh.application.filing;

import java.security.SecureRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Codes by which anybody may ask where a file stands: 80 random bits in letters that nobody mistakes for another. */
final class TrackingCodes implements Supplier<String> {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        return random.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
