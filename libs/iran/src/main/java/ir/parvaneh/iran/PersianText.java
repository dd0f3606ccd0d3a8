package ir.parvaneh.iran;

import java.text.Normalizer;

/** Persian and Arabic letters and digits in the one form that is stored and compared [S73]. */
public final class PersianText {
    private static final char ARABIC_YEH = 'ي';
    private static final char ARABIC_KAF = 'ك';
    private static final char PERSIAN_YEH = 'ی';
    private static final char PERSIAN_KAF = 'ک';
    private static final char PERSIAN_ZERO = '۰';

    private PersianText() {}

    /**
     * The stored form of a text: Persian yeh and kaf, ASCII digits, composed letters, no direction marks. The
     * half-space (ZWNJ) stays, since words are displayed with it.
     */
    public static String normalise(String text) {
        var letters = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> !isDirectionMark(c))
                .map(PersianText::storedLetter)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** The same text with digits of any script as ASCII digits; its length in code points does not change. */
    public static String asciiDigits(String text) {
        var digits = new StringBuilder(text.length());
        text.codePoints().map(PersianText::asciiDigit).forEach(digits::appendCodePoint);
        return digits.toString();
    }

    /** The same text with ASCII digits as Persian ones, for display. */
    public static String persianDigits(String text) {
        var digits = new StringBuilder(text.length());
        text.chars().map(c -> c >= '0' && c <= '9' ? c - '0' + PERSIAN_ZERO : c).forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    static boolean isDirectionMark(int c) {
        return c == 0x200E || c == 0x200F || c == 0x061C || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    private static int storedLetter(int c) {
        return switch (c) {
            case ARABIC_YEH -> PERSIAN_YEH;
            case ARABIC_KAF -> PERSIAN_KAF;
            default -> asciiDigit(c);
        };
    }

    private static int asciiDigit(int c) {
        return Character.isDigit(c) ? '0' + Character.digit(c, 10) : c;
    }
}
