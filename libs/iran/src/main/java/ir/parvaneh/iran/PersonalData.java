package ir.parvaneh.iran;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what names a person in free text: national IDs with a right check digit, and mobile numbers, in any digits,
 * also with spaces, hyphens, dots or invisible marks in between. Numbers are taken as whole groups: ten digits inside a
 * longer number are no national ID. It may take an innocent number for one (a file number of district 9 looks like a
 * mobile, one in eleven ten-digit numbers like a national ID); it is meant to ask for other words, not to accuse.
 */
public final class PersonalData {
    private static final int LONGEST = 14;

    private PersonalData() {}

    /** What kind of thing was found. */
    public enum Kind {
        NATIONAL_ID,
        MOBILE
    }

    /** A place in the text, from the first to after the last character. */
    public record Found(Kind kind, int start, int end) {}

    /** All places, in the order of the text and without overlaps. */
    public static List<Found> find(String text) {
        List<Found> found = new ArrayList<>();
        for (List<DigitGroups.Group> run : DigitGroups.runs(text)) {
            int next = 0;
            while (next < run.size()) {
                next = take(run, next, found);
            }
        }
        return found;
    }

    private static int take(List<DigitGroups.Group> run, int first, List<Found> found) {
        var digits = new StringBuilder();
        for (int i = first;
                i < run.size() && digits.length() + run.get(i).digits().length() <= LONGEST;
                i++) {
            digits.append(run.get(i).digits());
            Optional<Kind> kind = kindOf(digits.toString());
            if (kind.isPresent()) {
                found.add(
                        new Found(kind.get(), run.get(first).start(), run.get(i).end()));
                return i + 1;
            }
        }
        return first + 1;
    }

    private static Optional<Kind> kindOf(String digits) {
        if (digits.length() < 10) return Optional.empty();
        if (Mobile.holds(digits)) return Optional.of(Kind.MOBILE);
        return NationalId.holds(digits) ? Optional.of(Kind.NATIONAL_ID) : Optional.empty();
    }
}
