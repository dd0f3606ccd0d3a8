package ir.parvaneh.application.payment;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** The provider of development cities, {@code dev/payments}, over HTTP. */
final class SandboxProvider implements PaymentProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final WebClient web;
    private final String callbackUrl;

    /**
     * @param base the provider's address
     * @param merchant the secret by which the provider knows the city
     * @param callbackUrl where the provider calls back
     */
    SandboxProvider(WebClient.Builder web, String base, String merchant, String callbackUrl) {
        this.web = web.baseUrl(base)
                .defaultHeader("Authorization", "Bearer " + merchant)
                .build();
        this.callbackUrl = callbackUrl;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    /** An order as the provider shows it; members the city does not use are ignored. */
    private record Shown(
            String orderId,
            String state,
            long amountRials,
            Long refundedRials,
            String reference,
            String paidAt,
            String payUrl) {

        Word word() {
            return new Word(
                    orderId,
                    State.valueOf(state.toUpperCase(Locale.ROOT)),
                    amountRials,
                    refundedRials == null ? 0 : refundedRials,
                    reference,
                    paidAt == null ? null : java.time.Instant.parse(paidAt));
        }
    }

    @Override
    public Mono<Opened> open(Order order) {
        Map<String, Object> body =
                Map.of("orderId", order.orderId(), "amountRials", order.amountRials(), "callbackUrl", callbackUrl);
        return web.post()
                .uri("/orders")
                .bodyValue(body)
                .retrieve()
                .bodyToMono(Shown.class)
                .timeout(PATIENCE)
                .map(shown -> new Opened(shown.orderId(), shown.payUrl()));
    }

    @Override
    public Mono<Word> ask(String orderId) {
        return web.get()
                .uri("/orders/{id}", orderId)
                .retrieve()
                .bodyToMono(Shown.class)
                .timeout(PATIENCE)
                .map(Shown::word)
                .onErrorResume(WebClientResponseException.NotFound.class, none -> Mono.just(Word.unknown(orderId)));
    }

    @Override
    public Mono<Word> refund(String orderId) {
        return web.post()
                .uri("/orders/{id}/refund", orderId)
                .retrieve()
                .bodyToMono(Shown.class)
                .timeout(PATIENCE)
                .map(Shown::word);
    }

    @Override
    public Mono<Word> refund(String orderId, long inAllRials) {
        return web.post()
                .uri("/orders/{id}/refund", orderId)
                .bodyValue(Map.of("inAllRials", inAllRials))
                .retrieve()
                .bodyToMono(Shown.class)
                .timeout(PATIENCE)
                .map(Shown::word);
    }

    @Override
    public Mono<Statement> statement() {
        return web.get()
                .uri("/statement")
                .retrieve()
                .bodyToMono(Statement.class)
                .timeout(PATIENCE);
    }
}
