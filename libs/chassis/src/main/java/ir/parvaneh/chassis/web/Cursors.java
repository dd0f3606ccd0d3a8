package ir.parvaneh.chassis.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque cursors: a place in a list, signed together with the query it belongs to, so that a cursor of another query,
 * caller or maker is {@code cursor-tampered}. All replicas of a service share the secret.
 */
public final class Cursors {
    private static final int SEAL = 16;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec secret;

    public Cursors(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** @param query everything that must be the same when the cursor comes back: path, filters, desk */
    public String write(String query, String place) {
        byte[] text = place.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(seal(query, text), SEAL + text.length);
        System.arraycopy(text, 0, sealed, SEAL, text.length);
        return TEXT.encodeToString(sealed);
    }

    /** The place, or null when the cursor is. */
    public String read(String query, String cursor) {
        if (cursor == null) {
            return null;
        }
        byte[] sealed = decoded(cursor);
        byte[] text = Arrays.copyOfRange(sealed, SEAL, sealed.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(sealed, SEAL), seal(query, text))) {
            throw tampered();
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    private static byte[] decoded(String cursor) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cursor);
            if (sealed.length >= SEAL) {
                return sealed;
            }
        } catch (IllegalArgumentException notBase64) {
            throw tampered();
        }
        throw tampered();
    }

    private static Refused tampered() {
        return Refused.at("cursor-tampered", "cursor");
    }

    private byte[] seal(String query, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(query.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(text), SEAL);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
