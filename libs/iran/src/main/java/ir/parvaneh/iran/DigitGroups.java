package ir.parvaneh.iran;

import java.util.ArrayList;
import java.util.List;

/** The digits of a text, group by group; groups with only separators between them make a run. */
final class DigitGroups {
    private static final int MOST_BETWEEN = 4;
    private static final String SEPARATORS = "._/*()[]·•";

    /** Digits that stand together, with their place in the text. */
    record Group(String digits, int start, int end) {}

    private DigitGroups() {}

    static List<List<Group>> runs(String text) {
        List<List<Group>> runs = new ArrayList<>();
        Group last = null;
        for (Group group : groups(text)) {
            if (last == null || !separates(text, last.end(), group.start())) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(group);
            last = group;
        }
        return runs;
    }

    private static List<Group> groups(String text) {
        List<Group> groups = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int end = endOfDigits(text, i);
            if (end > i) {
                groups.add(new Group(PersianText.asciiDigits(text.substring(i, end)), i, end));
            }
            i = Math.max(end, i + Character.charCount(text.codePointAt(i)));
        }
        return groups;
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isDigit(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean separates(String text, int from, int to) {
        String between = text.substring(from, to);
        long visible = between.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .count();
        return visible <= MOST_BETWEEN && between.codePoints().allMatch(DigitGroups::isSeparator);
    }

    private static boolean isSeparator(int c) {
        return WrittenDigits.isBetween(c) && c != '\n' || SEPARATORS.indexOf(c) >= 0;
    }
}
