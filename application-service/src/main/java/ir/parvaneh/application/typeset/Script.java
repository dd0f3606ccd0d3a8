package ir.parvaneh.application.typeset;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;

/**
 * From the order in which text is written to the order in which it stands on a line. A PDF draws glyphs from left to
 * right and knows nothing of joined letters: each Arabic letter becomes the form its neighbours ask for, lam and alef
 * become one, and the line is turned by the bidirectional algorithm, with brackets mirrored.
 */
public enum Script {
    PERSIAN(Bidi.RTL),
    LATIN(Bidi.LTR);

    private static final int JOINED =
            ArabicShaping.LETTERS_SHAPE | ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LENGTH_GROW_SHRINK;
    private static final int ON_THE_LINE = Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS;

    private final byte level;

    Script(byte level) {
        this.level = level;
    }

    /** Whether lines begin at the right. */
    public boolean fromTheRight() {
        return this == PERSIAN;
    }

    /** The text of one line as it is drawn, from left to right. */
    public String drawn(String written) {
        try {
            String joined = new ArabicShaping(JOINED).shape(written);
            return new Bidi(joined, level).writeReordered(ON_THE_LINE);
        } catch (ArabicShapingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
