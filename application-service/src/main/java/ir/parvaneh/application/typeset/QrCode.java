package ir.parvaneh.application.typeset;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code as squares, so that it is drawn as lines and stays sharp in print. */
public final class QrCode {

    /** The white border a reader needs, in squares. */
    static final int QUIET = 4;

    private final ByteMatrix squares;

    private QrCode(ByteMatrix squares) {
        this.squares = squares;
    }

    /** Of this text, so that it can be read with an eighth of it stained. Throws when the text is too long for any. */
    public static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR code holds " + text.length() + " characters", tooLong);
        }
    }

    /** How many squares a side has, without the border. */
    public int side() {
        return squares.getWidth();
    }

    boolean isDark(int column, int row) {
        return column < side() && squares.get(column, row) == 1;
    }
}
