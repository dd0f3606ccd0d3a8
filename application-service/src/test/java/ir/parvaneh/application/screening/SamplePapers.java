package ir.parvaneh.application.screening;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;

/** Papers good and bad, made when they are needed: nothing harmful lies in the repository. */
public final class SamplePapers {

    private SamplePapers() {}

    /** Something done to a document before it is written. */
    private interface Touch {
        void apply(PDDocument document) throws IOException;
    }

    public static byte[] pdf(int pages) {
        return pdf(pages, document -> {});
    }

    public static byte[] encryptedPdf(String userPassword) {
        return pdf(
                1,
                document ->
                        document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission())));
    }

    public static byte[] scriptedPdf() {
        return pdf(1, document -> document.getDocumentCatalog()
                .setOpenAction(new PDActionJavaScript("app.alert('hello')")));
    }

    /** The same script, its name written in hex and its action in a place of its own. */
    static byte[] hiddenScriptPdf() {
        String text = new String(scriptedPdf(), StandardCharsets.ISO_8859_1);
        return text.replace("/S /JavaScript", "/S /J#61vaScrip#74").getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] launchingPdf() {
        return pdf(1, document -> {
            PDActionLaunch launch = new PDActionLaunch();
            launch.getCOSObject().setString("F", "calc.exe");
            document.getDocumentCatalog().setOpenAction(launch);
        });
    }

    static byte[] carryingPdf() {
        return pdf(1, document -> {
            PDEmbeddedFile inside = new PDEmbeddedFile(document);
            PDComplexFileSpecification named = new PDComplexFileSpecification();
            named.setFile("inside.exe");
            named.setEmbeddedFile(inside);
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("inside", named));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        });
    }

    private static byte[] pdf(int pages, Touch touch) {
        return pdf(pages, touch, CompressParameters.NO_COMPRESSION);
    }

    private static byte[] pdf(int pages, Touch touch, CompressParameters packing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            touch.apply(document);
            document.save(out, packing);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF that keeps its structure in packed streams, as most do. */
    static byte[] packedPdf(int pages) {
        return pdf(pages, document -> {}, CompressParameters.DEFAULT_COMPRESSION);
    }

    /** A hundred megabytes of structure, packed to a hundred kilobytes. */
    static byte[] pdfBomb(String type) {
        return withStream("<< " + type + " /N 1 /First 4 /Filter /FlateDecode >>", packed(new byte[100_000_000]));
    }

    static byte[] pdfPackedTwice() {
        String filters = "<< /Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode] >>";
        return withStream(filters, packed(packed(new byte[1000])));
    }

    private static byte[] withStream(String dictionary, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("%PDF-1.7\n1 0 obj\n" + dictionary + "\nstream\r\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(data);
        out.writeBytes("\nendstream\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static byte[] packed(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The head of an image of that size; its picture is missing, and nobody looks for it. */
    public static byte[] png(int width, int height) {
        ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        ByteBuffer density = ByteBuffer.allocate(9).putInt(11811).putInt(11811).put((byte) 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(out, "IHDR", head.array());
        chunk(out, "pHYs", density.array());
        chunk(out, "IDAT", new byte[] {1, 2, 3});
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] named = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 check = new CRC32();
        check.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    static byte[] jpeg(int width, int height) {
        ByteBuffer jpeg = ByteBuffer.allocate(64);
        jpeg.put(
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 1});
        jpeg.putShort((short) 300).putShort((short) 300).put(new byte[] {0, 0});
        jpeg.put(new byte[] {(byte) 0xFF, (byte) 0xC0, 0, 17, 8})
                .putShort((short) height)
                .putShort((short) width);
        return jpeg.put(new byte[] {3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1}).array();
    }

    /** A DWG by its first letters. */
    static byte[] dwg() {
        return ("AC1032" + "\0".repeat(200)).getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] eicar() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The head of a Windows program. */
    public static byte[] program() {
        byte[] program = new byte[512];
        ByteBuffer head = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
        head.put((byte) 'M')
                .put((byte) 'Z')
                .putInt(0x3C, 0x80)
                .putInt(0x80, 0x00004550)
                .putShort(0x84, (short) 0x14C);
        return program;
    }

    static byte[] script() {
        return "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.US_ASCII);
    }

    /** Names and contents in turn. */
    public static byte[] zip(Object... namesAndContents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** An archive whose only entry is said to be shorter than its data need. */
    static byte[] cutShort() {
        byte[] archive = zip("plan.pdf", pdf(3));
        ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int listed = bytes.getInt(archive.length - 6);
        bytes.putInt(listed + 20, bytes.getInt(listed + 20) - 100);
        return archive;
    }

    /** Forty megabytes of nothing, packed to forty kilobytes. */
    public static byte[] bomb() {
        return zip("plan.pdf", new byte[40_000_000]);
    }

    public static byte[] slip() {
        return zip("../../etc/plan.pdf", pdf(1));
    }

    static byte[] crowd(int entries) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            all.add("plan-" + i + ".dwg");
            all.add(dwg());
        }
        return zip(all.toArray());
    }
}
