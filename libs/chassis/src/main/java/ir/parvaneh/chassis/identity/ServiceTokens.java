package ir.parvaneh.chassis.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** A service's own token by client credentials, fetched once and again shortly before it expires. */
public final class ServiceTokens {
    private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(30);
    /** All callers share one fetch: one that never ended would end theirs for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Mono<String> token;

    public ServiceTokens(WebClient web, String tokenUri, String clientId, String clientSecret) {
        this.token = Mono.defer(() -> fetch(web, tokenUri, clientId, clientSecret))
                .cache(ServiceTokens::keep, failure -> Duration.ZERO, () -> Duration.ZERO)
                .map(Granted::token);
    }

    /** The token; fails as a dependency that is away when the issuer does not answer. */
    public Mono<String> token() {
        return token;
    }

    private static Mono<Granted> fetch(WebClient web, String tokenUri, String clientId, String clientSecret) {
        return web.post()
                .uri(tokenUri)
                .headers(headers -> headers.setBasicAuth(clientId, clientSecret))
                .body(BodyInserters.fromFormData("grant_type", "client_credentials"))
                .retrieve()
                .bodyToMono(Granted.class)
                .timeout(PATIENCE);
    }

    private static Duration keep(Granted granted) {
        Duration keep = Duration.ofSeconds(granted.seconds()).minus(BEFORE_EXPIRY);
        return keep.compareTo(SHORTEST) < 0 ? SHORTEST : keep;
    }

    private record Granted(
            @JsonProperty("access_token") String token,
            @JsonProperty("expires_in") long seconds) {}
}
