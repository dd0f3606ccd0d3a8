package ir.parvaneh.dev.payments;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the city that an order changed: HMAC-SHA-256 in hex after {@code v1=}, over {@code timestamp.nonce.body}. A
 * callback that does not arrive is not sent again: whoever wants to know asks.
 */
final class Callbacks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String secret;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("callbacks").factory());
    private final AtomicLong sent = new AtomicLong();

    Callbacks(String secret) {
        this.secret = secret;
    }

    /** What a callback says. */
    private record Said(String orderId, String state, long amountRials, String reference) {}

    /** @param delay how late a late one comes */
    void tell(Order order, Manner manner, Duration delay) {
        HttpRequest good = request(order, secret);
        switch (manner) {
            case PLAIN -> send(good);
            case LOST -> LOG.debug("the callback of {} is lost", order.orderId());
            case DOUBLED -> {
                send(good);
                send(good);
                send(request(order, secret));
            }
            case LATE -> later.schedule(() -> send(good), delay.toMillis(), TimeUnit.MILLISECONDS);
            case FORGED -> send(request(order, "what a stranger guesses"));
        }
    }

    /** How many were sent so far. */
    long sent() {
        return sent.get();
    }

    private void send(HttpRequest request) {
        sent.incrementAndGet();
        http.sendAsync(request, BodyHandlers.discarding())
                .whenComplete((answer, failure) ->
                        LOG.debug("called back: {}", failure == null ? answer.statusCode() : failure.toString()));
    }

    private static HttpRequest request(Order order, String key) {
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        String nonce = UUID.randomUUID().toString();
        Said said = new Said(
                order.orderId(), order.state().name().toLowerCase(Locale.ROOT), order.amountRials(), order.reference());
        byte[] body = Json.MAPPER.writeValueAsBytes(said);
        return HttpRequest.newBuilder(URI.create(order.callbackUrl()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Payment-Timestamp", timestamp)
                .header("Payment-Nonce", nonce)
                .header("Payment-Signature", signature(key, timestamp, nonce, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    static String signature(String key, String timestamp, String nonce, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + "." + nonce + ".").getBytes(StandardCharsets.UTF_8));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
        http.shutdownNow();
    }
}
