package ir.parvaneh.audit;

import ir.parvaneh.chassis.store.Sha256;
import java.io.ByteArrayOutputStream;
import java.util.Base64;

/** SHA-256 over parts in a row, and its written form: base64url without padding. */
final class Hashes {
    private Hashes() {}

    static byte[] sha256(String text) {
        return Sha256.of(text);
    }

    static byte[] sha256(byte[]... parts) {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            row.writeBytes(part);
        }
        return Sha256.of(row.toByteArray());
    }

    static String text(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
