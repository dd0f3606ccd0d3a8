package ir.parvaneh.application.typeset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Says of each glyph of a font which letter it means: of a joined form the letter itself, so that whoever reads the text
 * out of the file gets letters. Lam with alef stays one sign: readers take it apart themselves, in the right order.
 */
final class Meanings {

    private static final int MOST_IN_A_LIST = 100;
    private static final String HEAD = """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """;
    private static final String FOOT = """
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """;

    private Meanings() {}

    static void rewrite(COSStream map) throws IOException {
        CMap forms = new CMapParser()
                .parse(new RandomAccessReadBuffer(map.toTextString().getBytes(StandardCharsets.US_ASCII)));
        List<String> lines = new ArrayList<>();
        for (int glyph = 0; glyph <= 0xFFFF; glyph++) {
            String meant = forms.toUnicode(new byte[] {(byte) (glyph >> 8), (byte) glyph});
            if (meant != null) {
                lines.add("<%04X> <%s>".formatted(glyph, hex(nominal(meant))));
            }
        }
        try (OutputStream out = map.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(written(lines).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String nominal(String sign) {
        if (sign.codePointAt(0) < 0xFB50 || sign.codePointAt(0) > 0xFEFF) {
            return sign;
        }
        String letters = Normalizer.normalize(sign, Normalizer.Form.NFKC);
        return letters.length() == 1 ? letters : sign;
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        text.chars().forEach(unit -> hex.append(String.format(Locale.ROOT, "%04X", unit)));
        return hex.toString();
    }

    private static String written(List<String> lines) {
        StringBuilder map = new StringBuilder(HEAD);
        for (int from = 0; from < lines.size(); from += MOST_IN_A_LIST) {
            List<String> some = lines.subList(from, Math.min(lines.size(), from + MOST_IN_A_LIST));
            map.append(some.size()).append(" beginbfchar\n");
            some.forEach(line -> map.append(line).append('\n'));
            map.append("endbfchar\n");
        }
        return map.append(FOOT).toString();
    }
}
