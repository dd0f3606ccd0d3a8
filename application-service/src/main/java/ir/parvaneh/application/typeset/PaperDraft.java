package ir.parvaneh.application.typeset;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A paper of one page as PDF/A-2u. The same draft gives the same bytes: nothing in it comes from the wall clock.
 *
 * @param language {@code fa} or {@code en}
 * @param zone in whose time the dates of the document are written
 */
public record PaperDraft(String title, String author, String language, Instant at, ZoneId zone, Script script) {

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final String PROFILE = "sRGB IEC61966-2.1";
    private static final String PRODUCER = "Parvaneh";
    private static final String XMP = new String(Typeface.shipped("typeset/metadata.xml"), StandardCharsets.UTF_8);

    /** The bytes of the paper; slow work of some ten milliseconds that belongs off the event loop. */
    public byte[] set(Consumer<Sheet> content) {
        try (PDDocument document = new PDDocument()) {
            document.setVersion(1.7f);
            document.setDocumentId(at.toEpochMilli());
            describe(document);
            intend(document);
            Fonts fonts = new Fonts(document);
            draw(document, fonts, content);
            // the first writing cuts the fonts down to what is used; only then what their glyphs mean can be set right
            document.save(OutputStream.nullOutputStream());
            fonts.tellNominalLetters();
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
            document.save(out);
            return out.toByteArray();
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }

    private void draw(PDDocument document, Fonts fonts, Consumer<Sheet> content) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var pen = new PDPageContentStream(document, page)) {
            content.accept(new Sheet(pen, fonts, script));
        }
    }

    private void describe(PDDocument document) throws IOException {
        GregorianCalendar date =
                GregorianCalendar.from(at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title);
        information.setAuthor(author);
        information.setProducer(PRODUCER);
        information.setCreationDate(date);
        information.setModificationDate(date);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp().getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
        document.getDocumentCatalog().setLanguage(language);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        preferences.getCOSObject().setName(COSName.getPDFName("Direction"), script.fromTheRight() ? "R2L" : "L2R");
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private String xmp() {
        String date = DateTimeFormatter.ISO_OFFSET_DATE_TIME
                .withLocale(Locale.ROOT)
                .format(at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
        return XMP.replace("{title}", escaped(title))
                .replace("{author}", escaped(author))
                .replace("{producer}", PRODUCER)
                .replace("{date}", date);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void intend(PDDocument document) throws IOException {
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(SRGB));
        intent.setInfo(PROFILE);
        intent.setOutputCondition(PROFILE);
        intent.setOutputConditionIdentifier(PROFILE);
        intent.setRegistryName("http://www.color.org");
        document.getDocumentCatalog().addOutputIntent(intent);
    }
}
