package ir.parvaneh.dev.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A provider's callback with the provider's own secret: what somebody who listened in could send again. */
record SignedCallback(String timestamp, String nonce, String body) {
    private static final String SECRET = "dev-callback-secret";

    static SignedCallback of(String orderId, Instant at) {
        String body = "{\"orderId\":\"" + orderId + "\",\"state\":\"paid\",\"amountRials\":1000}";
        return new SignedCallback(
                Long.toString(at.getEpochSecond()), UUID.randomUUID().toString(), body);
    }

    Reply send() {
        return new Ask("POST", "/v1/payments/callbacks/sandbox")
                .raw(body)
                .header("Payment-Timestamp", timestamp)
                .header("Payment-Nonce", nonce)
                .header("Payment-Signature", signature())
                .send();
    }

    private String signature() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = (timestamp + "." + nonce + "." + body).getBytes(StandardCharsets.UTF_8);
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
