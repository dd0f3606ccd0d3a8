package ir.parvaneh.application.typeset;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;

/**
 * One page under the pen. Lengths are points, measured from the lower left corner; {@code start} is where a line begins
 * to be read: its right end in Persian, its left end in English.
 */
public final class Sheet {

    /** A4. */
    public static final float WIDTH = 595.276f;

    public static final float HEIGHT = 841.89f;

    private static final COSName SPAN = COSName.getPDFName("Span");

    private final PDPageContentStream pen;
    private final Fonts fonts;
    private final Script script;

    Sheet(PDPageContentStream pen, Fonts fonts, Script script) {
        this.pen = pen;
        this.fonts = fonts;
        this.script = script;
    }

    /** How a text looks. */
    public record Style(Typeface face, float size, Color colour) {}

    /** One line of text from its start. */
    public void line(String text, float start, float baseline, Style style) {
        set(text, script.fromTheRight() ? start - width(text, style) : start, baseline, style);
    }

    /** One line around a middle. */
    public void centred(String text, float middle, float baseline, Style style) {
        set(text, middle - width(text, style) / 2, baseline, style);
    }

    /** A text in lines no longer than this; returns the baseline of the next line. */
    public float lines(String text, float start, float baseline, float longest, float leading, Style style) {
        float at = baseline;
        for (String line : broken(text, longest, style)) {
            line(line, start, at, style);
            at -= leading;
        }
        return at;
    }

    public float width(String text, Style style) {
        float width = 0;
        for (Script.Run run : script.runs(text)) {
            width += fonts.width(run.drawn(), style.face(), style.size());
        }
        return width;
    }

    /** Where a length from the start side of the page lies. */
    public float fromStart(float length) {
        return script.fromTheRight() ? WIDTH - length : length;
    }

    public void fill(float x, float y, float width, float height, Color colour) {
        drawing(() -> {
            pen.setNonStrokingColor(colour);
            pen.addRect(x, y, width, height);
            pen.fill();
        });
    }

    public void frame(float x, float y, float width, float height, float thickness, Color colour) {
        drawing(() -> {
            pen.setStrokingColor(colour);
            pen.setLineWidth(thickness);
            pen.addRect(x, y, width, height);
            pen.stroke();
        });
    }

    /** A closed shape of curves: a starting point, then for each curve two handles and its end. */
    public void shape(Color colour, float... points) {
        drawing(() -> {
            pen.setNonStrokingColor(colour);
            pen.moveTo(points[0], points[1]);
            for (int i = 2; i + 5 < points.length; i += 6) {
                pen.curveTo(points[i], points[i + 1], points[i + 2], points[i + 3], points[i + 4], points[i + 5]);
            }
            pen.fill();
        });
    }

    /** A QR code with its white border, that wide. */
    public void code(QrCode code, float x, float y, float width) {
        fill(x, y, width, width, Color.WHITE);
        float square = width / (code.side() + 2 * QrCode.QUIET);
        drawing(() -> {
            pen.setNonStrokingColor(Color.BLACK);
            for (int row = 0; row < code.side(); row++) {
                row(code, row, x, y + width, square);
            }
            pen.fill();
        });
    }

    /** Neighbours become one rectangle: fewer of them, and no hairlines between. */
    private void row(QrCode code, int row, float x, float top, float square) throws IOException {
        int from = -1;
        for (int column = 0; column <= code.side(); column++) {
            boolean dark = code.isDark(column, row);
            if (dark && from < 0) {
                from = column;
            } else if (!dark && from >= 0) {
                float left = x + (from + QrCode.QUIET) * square;
                float lower = top - (row + 1 + QrCode.QUIET) * square;
                pen.addRect(left, lower, (column - from) * square, square);
                from = -1;
            }
        }
    }

    private List<String> broken(String text, float longest, Style style) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, style) > longest) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    /** Where letters were joined and turned, what was written stands beside it for search, copy and reading aloud. */
    private void set(String line, float x, float baseline, Style style) {
        drawing(() -> {
            pen.beginText();
            pen.setNonStrokingColor(style.colour());
            pen.setFont(fonts.of(style.face()), style.size());
            pen.newLineAtOffset(x, baseline);
            for (Script.Run run : script.runs(line)) {
                set(run);
            }
            pen.endText();
        });
    }

    private void set(Script.Run run) throws IOException {
        if (run.drawn().isEmpty()) {
            return;
        }
        if (run.fromTheRight()) {
            COSDictionary meaning = new COSDictionary();
            meaning.setString(COSName.ACTUAL_TEXT, run.written());
            pen.beginMarkedContent(SPAN, PDPropertyList.create(meaning));
            pen.showText(run.drawn());
            pen.endMarkedContent();
        } else {
            pen.showText(run.drawn());
        }
    }

    /** What the pen draws. */
    private interface Stroke {
        void draw() throws IOException;
    }

    private void drawing(Stroke stroke) {
        try {
            stroke.draw();
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }
}
