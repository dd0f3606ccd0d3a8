package ir.parvaneh.iran;

/** The digits of an identifier as people write it: any script, with spaces, hyphens and invisible marks in between. */
final class WrittenDigits {
    private WrittenDigits() {}

    /** ASCII digits without what people put between them; anything else stays and will not match. */
    static String of(String text) {
        var digits = new StringBuilder(text.length());
        PersianText.asciiDigits(text).codePoints().filter(c -> !isBetween(c)).forEach(digits::appendCodePoint);
        return digits.toString();
    }

    static boolean areAlike(String digits) {
        return digits.chars().distinct().count() == 1;
    }

    static int at(String digits, int index) {
        return digits.charAt(index) - '0';
    }

    static boolean isBetween(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || Character.getType(c) == Character.FORMAT
                || c == 0x2212;
    }
}
