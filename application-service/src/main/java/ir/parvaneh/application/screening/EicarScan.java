package ir.parvaneh.application.screening;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The scanner of development: it knows one signature, the harmless EICAR test text, wherever it stands in a content. It
 * protects nobody; a city in earnest runs {@link ClamdScan}.
 */
final class EicarScan implements VirusScan {

    /** In two halves, lest this class be taken for the thing itself. */
    private static final byte[] SIGNATURE = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$"
                    + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    private static final int PART = 64 * 1024;

    @Override
    public Optional<String> find(InputStream content) throws IOException {
        byte[] window = new byte[PART + SIGNATURE.length];
        int kept = 0;
        for (int read = content.read(window, 0, PART); read >= 0; read = content.read(window, kept, PART)) {
            int filled = kept + read;
            if (stands(window, filled)) {
                return Optional.of("Eicar-Test-Signature");
            }
            kept = Math.min(filled, SIGNATURE.length - 1);
            System.arraycopy(window, filled - kept, window, 0, kept);
        }
        return Optional.empty();
    }

    private static boolean stands(byte[] window, int filled) {
        for (int at = 0; at + SIGNATURE.length <= filled; at++) {
            if (window[at] == SIGNATURE[0] && stands(window, filled, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stands(byte[] window, int filled, int at) {
        int same = 0;
        while (same < SIGNATURE.length && at + same < filled && window[at + same] == SIGNATURE[same]) {
            same++;
        }
        return same == SIGNATURE.length;
    }
}
