package ir.parvaneh.gateway;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * The issuer's public keys. Fetched when first needed, when old, and when a token names an unknown key, but never more
 * often than every few seconds, whatever is thrown at the door. While the issuer is away the last keys stay in use.
 */
final class IssuerKeys {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private record Fetch(Instant at, Mono<JWKSet> keys) {}

    private record Known(Instant at, JWKSet keys) {
        boolean serves(String keyId, Instant now, Duration freshFor) {
            return now.isBefore(at.plus(freshFor)) && (keyId == null || keys.getKeyByKeyId(keyId) != null);
        }
    }

    private final URI address;
    private final Duration freshFor;
    private final InstantSource clock;
    private final WebClient web;
    private final AtomicReference<Fetch> last = new AtomicReference<>();
    private volatile Known known;

    IssuerKeys(URI address, Duration freshFor, InstantSource clock, WebClient web) {
        this.address = address;
        this.freshFor = freshFor;
        this.clock = clock;
        this.web = web;
    }

    /** The keys, as fresh as a token signed by {@code keyId} needs them; fails when there are none to be had. */
    Mono<JWKSet> forKey(String keyId) {
        Known now = known;
        if (now != null && now.serves(keyId, clock.instant(), freshFor)) {
            return Mono.just(now.keys());
        }
        return fetch().onErrorResume(away -> now == null ? Mono.error(away) : Mono.just(now.keys()));
    }

    private Mono<JWKSet> fetch() {
        Instant now = clock.instant();
        return last.updateAndGet(
                        fetch -> fetch == null || now.isAfter(fetch.at().plus(PAUSE)) ? begin(now) : fetch)
                .keys();
    }

    private Fetch begin(Instant now) {
        Mono<JWKSet> keys = web.get()
                .uri(address)
                .retrieve()
                .bodyToMono(String.class)
                .timeout(PATIENCE)
                .map(IssuerKeys::parse)
                .doOnNext(set -> known = new Known(now, set))
                .cache();
        return new Fetch(now, keys);
    }

    private static JWKSet parse(String text) {
        try {
            return JWKSet.parse(text);
        } catch (ParseException e) {
            throw new IllegalStateException("the issuer's keys cannot be read", e);
        }
    }
}
