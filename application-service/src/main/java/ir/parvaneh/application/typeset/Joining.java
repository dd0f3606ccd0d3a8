package ir.parvaneh.application.typeset;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.DecompositionType;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins Arabic letters: each takes the form that its neighbours ask for, and lam with alef becomes one. Forms and the
 * way letters join are read from Unicode's own data, so that the Persian letters peh, tcheh, jeh, keheh, gaf and yeh
 * are joined as well; ICU's ArabicShaping leaves those as they stand.
 */
final class Joining {

    private static final Map<String, int[]> FORMS = forms();
    private static final int ISOLATED = 0;
    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;

    private Joining() {}

    /** The text with joined forms, in the order it was written. */
    static String joined(String written) {
        int[] text = written.codePoints().toArray();
        StringBuilder joined = new StringBuilder(text.length);
        for (int i = 0; i < text.length; i++) {
            boolean before = joins(text, i, -1);
            int[] pair = i + 1 < text.length ? FORMS.get(text(text[i], text[i + 1])) : null;
            if (pair != null) {
                joined.appendCodePoint(form(pair, before, false));
                i++;
            } else {
                int[] forms = FORMS.get(Character.toString(text[i]));
                joined.appendCodePoint(forms == null ? text[i] : form(forms, before, joins(text, i, 1)));
            }
        }
        return joined.toString();
    }

    /** Whether a letter is held by its neighbour on that side; marks above and below are looked through. */
    private static boolean joins(int[] text, int at, int step) {
        int neighbour = at + step;
        while (neighbour >= 0 && neighbour < text.length && type(text[neighbour]) == JoiningType.TRANSPARENT) {
            neighbour += step;
        }
        if (neighbour < 0 || neighbour >= text.length) {
            return false;
        }
        int first = step < 0 ? text[neighbour] : text[at];
        int second = step < 0 ? text[at] : text[neighbour];
        return holdsNext(type(first)) && holdsPrevious(type(second));
    }

    private static boolean holdsNext(int type) {
        return type == JoiningType.DUAL_JOINING || type == JoiningType.JOIN_CAUSING;
    }

    private static boolean holdsPrevious(int type) {
        return holdsNext(type) || type == JoiningType.RIGHT_JOINING;
    }

    private static int type(int letter) {
        return UCharacter.getIntPropertyValue(letter, UProperty.JOINING_TYPE);
    }

    private static int form(int[] forms, boolean before, boolean after) {
        int wanted = before ? after ? MEDIAL : FINAL : after ? INITIAL : ISOLATED;
        return forms[wanted] == 0 ? forms[ISOLATED] : forms[wanted];
    }

    /** Of each letter, and of lam with each alef, the four forms; 0 where there is none. */
    private static Map<String, int[]> forms() {
        Map<String, int[]> forms = new HashMap<>();
        for (int form = 0xFB50; form <= 0xFEFC; form++) {
            int place = place(UCharacter.getIntPropertyValue(form, UProperty.DECOMPOSITION_TYPE));
            String letters = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
            boolean lamAlef = form >= 0xFEF5;
            if (place >= 0 && letters.length() == (lamAlef ? 2 : 1)) {
                forms.computeIfAbsent(letters, any -> new int[4])[place] = form;
            }
        }
        return forms;
    }

    private static int place(int decomposition) {
        return switch (decomposition) {
            case DecompositionType.ISOLATED -> ISOLATED;
            case DecompositionType.FINAL -> FINAL;
            case DecompositionType.INITIAL -> INITIAL;
            case DecompositionType.MEDIAL -> MEDIAL;
            default -> -1;
        };
    }

    private static String text(int first, int second) {
        return new StringBuilder()
                .appendCodePoint(first)
                .appendCodePoint(second)
                .toString();
    }
}
