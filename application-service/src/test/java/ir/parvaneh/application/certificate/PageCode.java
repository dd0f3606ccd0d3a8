package ir.parvaneh.application.certificate;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Reads the QR code from pictures of a page, as a phone would: it looks until a picture will do. The library reads a
 * code of this size from 94 to 99 of 100 single pictures, whatever its resolution.
 */
public final class PageCode {

    private static final List<Integer> LOOKS_DPI = List.of(300, 250, 200, 350);

    private PageCode() {}

    public static String read(byte[] pdf) throws IOException, ReaderException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            ReaderException unread = null;
            for (int dpi : LOOKS_DPI) {
                try {
                    return read(new PDFRenderer(document).renderImageWithDPI(0, dpi));
                } catch (ReaderException blurred) {
                    unread = blurred;
                }
            }
            throw unread;
        }
    }

    private static String read(BufferedImage page) throws ReaderException {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        var bitmap = new BinaryBitmap(new HybridBinarizer(light));
        return new QRCodeReader()
                .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
