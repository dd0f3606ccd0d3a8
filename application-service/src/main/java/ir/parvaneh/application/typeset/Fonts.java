package ir.parvaneh.application.typeset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The faces of one document; only the glyphs it uses are embedded. */
final class Fonts {

    private final Map<Typeface, PDType0Font> faces = new EnumMap<>(Typeface.class);

    Fonts(PDDocument document) throws IOException {
        for (Typeface face : Typeface.values()) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face.file()));
            // letters were joined before; a second joining would lose what the glyphs mean
            font.setEnableGsub(false);
            faces.put(face, PDType0Font.load(document, font, true));
        }
    }

    PDType0Font of(Typeface face) {
        return faces.get(face);
    }

    /** To be called when the document was written once: only then is it known which glyphs there are. */
    void tellNominalLetters() throws IOException {
        for (PDType0Font face : faces.values()) {
            if (face.getCOSObject().getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream meanings) {
                Meanings.rewrite(meanings);
            }
        }
    }

    float width(String drawn, Typeface face, float size) {
        try {
            return faces.get(face).getStringWidth(drawn) / 1000 * size;
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }
}
