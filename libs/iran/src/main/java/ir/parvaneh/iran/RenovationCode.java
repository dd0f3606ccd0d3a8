package ir.parvaneh.iran;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * The renovation code of a property, کد نوسازی: district, region, block, house, building, apartment, shop, joined by
 * hyphens, unused lower parts zero [S25, S26]. A part needs the part above it; apartments and shops are both in a
 * building.
 */
public record RenovationCode(int districtNo, int region, int block, int house, int building, int apartment, int shop) {
    /** Districts of Tehran; other cities count beyond [S25]. */
    private static final IntPredicate OF_TEHRAN = district -> district <= 22;

    private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,6}(-[0-9]{1,6}){6}");
    private static final char LEFT_TO_RIGHT = '\u200E';

    public RenovationCode {
        if (districtNo < 1 || hasGap(districtNo, region, block, house, building, apartment, shop)) {
            throw new IllegalArgumentException("no renovation code");
        }
    }

    /** Reads the code of a property in Tehran. */
    public static Parsed<RenovationCode> parse(String text) {
        return parse(text, OF_TEHRAN);
    }

    /**
     * Reads a code in its canonical order, district first. Text that makes sense only backwards, as right-to-left
     * screens show it, is refused with a code of its own instead of being guessed.
     */
    public static Parsed<RenovationCode> parse(String text, IntPredicate knownDistrict) {
        String written = stored(text);
        if (!WRITTEN.matcher(written).matches()) return Parsed.refused(IdentifierFault.RENOVATION_CODE_PARTS);
        int[] parts = Pattern.compile("-")
                .splitAsStream(written)
                .mapToInt(Integer::parseInt)
                .toArray();
        return fault(parts, knownDistrict)
                .map(fault -> orReversed(fault, parts, knownDistrict))
                .<Parsed<RenovationCode>>map(Parsed::refused)
                .orElseGet(() -> Parsed.valid(of(parts)));
    }

    /** The code between left-to-right marks, for a right-to-left page. */
    public String displayText() {
        return LEFT_TO_RIGHT + toString() + LEFT_TO_RIGHT;
    }

    /** The parts in the order in which right-to-left screens of older systems show them. */
    public String reversedText() {
        return "%d-%d-%d-%d-%d-%d-%d".formatted(shop, apartment, building, house, block, region, districtNo);
    }

    @Override
    public String toString() {
        return "%d-%d-%d-%d-%d-%d-%d".formatted(districtNo, region, block, house, building, apartment, shop);
    }

    private static String stored(String text) {
        return PersianText.normalise(text).strip().replaceAll("\\s*[\\p{Pd}\u2212]\\s*", "-");
    }

    private static Optional<IdentifierFault> fault(int[] parts, IntPredicate knownDistrict) {
        if (parts[0] < 1 || !knownDistrict.test(parts[0])) return Optional.of(IdentifierFault.RENOVATION_CODE_DISTRICT);
        return hasGap(parts) ? Optional.of(IdentifierFault.RENOVATION_CODE_GAP) : Optional.empty();
    }

    private static IdentifierFault orReversed(IdentifierFault fault, int[] parts, IntPredicate knownDistrict) {
        boolean backwards = fault(reversed(parts), knownDistrict).isEmpty();
        return backwards ? IdentifierFault.RENOVATION_CODE_REVERSED : fault;
    }

    private static boolean hasGap(int... parts) {
        for (int i = 1; i < 6; i++) {
            if (parts[i] != 0 && parts[i - 1] == 0) return true;
        }
        return parts[6] != 0 && parts[4] == 0;
    }

    private static int[] reversed(int... parts) {
        int[] backwards = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            backwards[i] = parts[parts.length - 1 - i];
        }
        return backwards;
    }

    private static RenovationCode of(int... parts) {
        return new RenovationCode(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]);
    }
}
