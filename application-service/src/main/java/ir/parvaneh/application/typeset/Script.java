package ir.parvaneh.application.typeset;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import java.util.ArrayList;
import java.util.List;

/**
 * From the order in which text is written to the order in which it stands on a line. A PDF draws glyphs from left to
 * right and knows nothing of joined letters: the bidirectional algorithm (UAX 9) cuts the line into runs, and each run
 * from the right has its letters joined, its order turned and its brackets mirrored.
 */
public enum Script {
    PERSIAN(Bidi.RTL),
    LATIN(Bidi.LTR);

    private final byte level;

    Script(byte level) {
        this.level = level;
    }

    /**
     * A stretch of one direction.
     *
     * @param written as it is read
     * @param drawn as its glyphs follow from left to right
     */
    record Run(String written, String drawn, boolean fromTheRight) {}

    /** Whether lines begin at the right. */
    public boolean fromTheRight() {
        return this == PERSIAN;
    }

    /** The runs of one line, from left to right. */
    List<Run> runs(String line) {
        Bidi bidi = new Bidi(line, level);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < bidi.countRuns(); i++) {
            BidiRun run = bidi.getVisualRun(i);
            String written = line.substring(run.getStart(), run.getLimit());
            runs.add(run.isOddRun() ? turned(written) : new Run(readable(written), visible(written), false));
        }
        return runs;
    }

    private static Run turned(String written) {
        StringBuilder drawn = new StringBuilder();
        visible(Joining.joined(written)).codePoints().map(UCharacter::getMirror).forEach(drawn::appendCodePoint);
        return new Run(readable(written), drawn.reverse().toString(), true);
    }

    /** Without what only steers direction. */
    private static String readable(String text) {
        return without(text, false);
    }

    /** Without what has no glyph: direction marks, and what parts or joins letters. */
    private static String visible(String text) {
        return without(text, true);
    }

    private static String without(String text, boolean joiners) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT || !joiners && (c == 0x200C || c == 0x200D))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
