package ir.parvaneh.dev.city.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** SHA-256 over texts and hashes; hashes are written in base64url without padding. */
final class Digests {
    private Digests() {}

    static byte[] of(byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha.update(part);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String of(String text) {
        return written(of(bytes(text)));
    }

    /** As stores order texts: byte by byte. */
    static int order(String one, String other) {
        return Arrays.compareUnsigned(bytes(one), bytes(other));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String written(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    static byte[] read(String written) {
        return Base64.getUrlDecoder().decode(written);
    }
}
