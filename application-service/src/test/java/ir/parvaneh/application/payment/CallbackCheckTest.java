package ir.parvaneh.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.payment.CallbackCheck.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallbackCheckTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
    private static final String NONCE = "0123456789abcdef";
    private static final byte[] BODY = "{\"orderId\":\"a-1-1-1\"}".getBytes(StandardCharsets.UTF_8);

    private final CallbackCheck check = new CallbackCheck("secret", Duration.ofMinutes(5), () -> NOW);

    /** Computed with another implementation: HMAC-SHA-256 of {@code 1800000000.0123456789abcdef.} and the body. */
    @Test
    void a_signature_is_what_anybody_else_would_compute() {
        assertThat(check.sign(new Received("1800000000", NONCE, null, BODY)))
                .isEqualTo("v1=bff2761d43f54bb7f7abf4a66862c2b11fff7d32407c29fd5d30368928913a23");
    }

    @Test
    void a_callback_signed_just_now_is_believed() {
        assertThat(check.fault(signed(NOW.getEpochSecond(), BODY))).isEmpty();
        assertThat(check.fault(signed(NOW.getEpochSecond() - 300, BODY))).isEmpty();
    }

    @Test
    void a_callback_from_long_ago_or_from_the_future_is_stale() {
        assertThat(check.fault(signed(NOW.getEpochSecond() - 301, BODY))).contains("callback-stale");
        assertThat(check.fault(signed(NOW.getEpochSecond() + 301, BODY))).contains("callback-stale");
    }

    @Test
    void whatever_is_changed_after_signing_is_forged() {
        Received good = signed(NOW.getEpochSecond(), BODY);
        byte[] other = "{\"orderId\":\"a-1-1-2\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(check.fault(new Received(good.timestamp(), NONCE, good.signature(), other)))
                .contains("callback-forged");
        assertThat(check.fault(new Received("1800000001", NONCE, good.signature(), BODY)))
                .contains("callback-forged");
        assertThat(check.fault(new Received(good.timestamp(), NONCE + "0", good.signature(), BODY)))
                .contains("callback-forged");
        assertThat(check.fault(new Received(null, NONCE, good.signature(), BODY)))
                .contains("callback-forged");
        assertThat(check.fault(new Received(good.timestamp(), null, good.signature(), BODY)))
                .contains("callback-forged");
        assertThat(check.fault(new Received(good.timestamp(), NONCE, null, BODY)))
                .contains("callback-forged");
        CallbackCheck stranger = new CallbackCheck("another", Duration.ofMinutes(5), () -> NOW);
        assertThat(stranger.fault(good)).contains("callback-forged");
    }

    private Received signed(long second, byte[] body) {
        Received bare = new Received(Long.toString(second), NONCE, null, body);
        return new Received(bare.timestamp(), NONCE, check.sign(bare), body);
    }
}
