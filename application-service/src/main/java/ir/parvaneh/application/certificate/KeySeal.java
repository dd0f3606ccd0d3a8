package ir.parvaneh.application.certificate;

import ir.parvaneh.application.certificate.KeyRing.Sealed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals private keys with AES-256-GCM under a key that is derived from the configured secret (PBKDF2, a salt each). */
final class KeySeal {

    private static final int ROUNDS = 210_000;
    private static final int TAG_BITS = 128;

    private final char[] secret;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKey> derived = new ConcurrentHashMap<>();

    KeySeal(String secret) {
        this.secret = secret.toCharArray();
    }

    Sealed seal(String about, byte[] open) {
        String salt = some(16);
        String nonce = some(12);
        return new Sealed(salt, nonce, text(cipher(Cipher.ENCRYPT_MODE, salt, nonce, about, open)));
    }

    /** Throws when it was sealed under another secret or for something else: the service then signs nothing. */
    byte[] open(String about, Sealed sealed) {
        return cipher(Cipher.DECRYPT_MODE, sealed.salt(), sealed.nonce(), about, bytes(sealed.bytes()));
    }

    private byte[] cipher(int mode, String salt, String nonce, String about, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode, derived.computeIfAbsent(salt, this::derive), new GCMParameterSpec(TAG_BITS, bytes(nonce)));
            cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("the secret of the certificate keys does not open " + about, wrong);
        }
    }

    private SecretKey derive(String salt) {
        try {
            var factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
            byte[] key = factory.generateSecret(new PBEKeySpec(secret, bytes(salt), ROUNDS, 256))
                    .getEncoded();
            return new SecretKeySpec(key, "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String some(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return text(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }
}
