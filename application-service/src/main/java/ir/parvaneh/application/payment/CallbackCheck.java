package ir.parvaneh.application.payment;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a callback comes from the provider, and just now. The signature is HMAC-SHA-256, in hex after {@code v1=},
 * over {@code timestamp.nonce.body}; the timestamp is in seconds of real time. That a nonce was not used before is for
 * {@link Nonces} to say.
 */
public final class CallbackCheck {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9-]{16,64}");
    private static final String VERSION = "v1=";

    private final SecretKeySpec key;
    private final Duration window;
    private final InstantSource real;

    /** @param window how old, or how far ahead, a callback may be */
    public CallbackCheck(String secret, Duration window, InstantSource real) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.window = window;
        this.real = real;
    }

    /** A callback's headers and body as they came; any header may be null. */
    public record Received(String timestamp, String nonce, String signature, byte[] body) {}

    /** Why a callback is not believed: {@code callback-forged} or {@code callback-stale}; empty when it is. */
    public Optional<String> fault(Received received) {
        if (!isSigned(received)) {
            return Optional.of("callback-forged");
        }
        Instant said = Instant.ofEpochSecond(Long.parseLong(received.timestamp()));
        boolean fresh = Duration.between(said, real.instant()).abs().compareTo(window) <= 0;
        return fresh ? Optional.empty() : Optional.of("callback-stale");
    }

    private boolean isSigned(Received received) {
        return received.timestamp() != null
                && SECONDS.matcher(received.timestamp()).matches()
                && received.nonce() != null
                && NONCE.matcher(received.nonce()).matches()
                && received.signature() != null
                && MessageDigest.isEqual(
                        received.signature().getBytes(StandardCharsets.US_ASCII),
                        sign(received).getBytes(StandardCharsets.US_ASCII));
    }

    /** The right signature of what was received. */
    String sign(Received received) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((received.timestamp() + "." + received.nonce() + ".").getBytes(StandardCharsets.UTF_8));
            return VERSION + HexFormat.of().formatHex(mac.doFinal(received.body()));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
