package ir.parvaneh.dev.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Papers good and bad, made when they are needed: nothing harmful lies in the repository. */
final class Papers {
    private static final int MIB = 1024 * 1024;

    private Papers() {}

    private interface Touch {
        void apply(PDDocument document) throws IOException;
    }

    static byte[] pdf() {
        return pdf(document -> {});
    }

    static byte[] encrypted() {
        return pdf(
                document -> document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission())));
    }

    static byte[] scripted() {
        return pdf(
                document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('hello')")));
    }

    private static byte[] pdf(Touch touch) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            touch.apply(document);
            document.save(out);
            return out.toByteArray();
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }

    /** The head of an image of that size, and as many bytes after it as wanted. */
    static byte[] image(int width, int height, int length) {
        ByteBuffer png = ByteBuffer.allocate(length);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        png.putInt(13).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        png.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0}).putInt(0);
        png.putInt(3).put("IDAT".getBytes(StandardCharsets.US_ASCII));
        return png.array();
    }

    static byte[] virus() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] program() {
        ByteBuffer head = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        head.put((byte) 'M')
                .put((byte) 'Z')
                .putInt(0x3C, 0x80)
                .putInt(0x80, 0x00004550)
                .putShort(0x84, (short) 0x14C);
        return head.array();
    }

    static byte[] bomb() {
        return zip("plan.pdf", new byte[40 * MIB]);
    }

    static byte[] slip() {
        return zip("../../plan.pdf", pdf());
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
        return out.toByteArray();
    }
}
