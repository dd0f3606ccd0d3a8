package ir.parvaneh.dev.city.play;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Papers as a phone scans them: one small real PDF for each kind, made once and brought again and again. */
public final class Scans {
    private static final Map<String, Scan> MADE = new ConcurrentHashMap<>();

    private Scans() {}

    /**
     * A paper.
     *
     * @param sha256 of its bytes, in hex
     */
    public record Scan(byte[] pdf, String sha256) {}

    public static Scan of(String kind) {
        return MADE.computeIfAbsent(kind, Scans::make);
    }

    /** Another paper of that kind; the words tell it from the others. */
    static Scan anew(String kind, String words) {
        return make(kind + " " + words);
    }

    private static Scan make(String kind) {
        byte[] pdf = pdf("BT /F1 24 Tf 72 720 Td (" + kind + ") Tj ET");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(pdf);
            return new Scan(pdf, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pdf(String drawn) {
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
                "<</Length " + drawn.length() + ">>\nstream\n" + drawn + "\nendstream",
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder places = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            places.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append(places)
                .append("trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n")
                .append(table);
        return pdf.append("\n%%EOF\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
