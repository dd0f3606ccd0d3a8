package ir.parvaneh.chassis.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ir.parvaneh.chassis.web.Refused;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

/** Verifies bearer tokens; a verified one is remembered until it expires, because every request brings one. */
final class Tokens implements ReactiveAuthenticationManager {
    private final ReactiveJwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, CallerToken> verified = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    Tokens(ReactiveJwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Mono<Authentication> authenticate(Authentication asked) {
        return asked instanceof BearerTokenAuthenticationToken bearer ? verify(bearer.getToken()) : Mono.empty();
    }

    private Mono<Authentication> verify(String token) {
        CallerToken known = verified.getIfPresent(token);
        if (known != null && known.holdsAt(clock.instant())) {
            return Mono.just(known);
        }
        return decoder.decode(token)
                .map(CallerToken::of)
                .doOnNext(caller -> verified.put(token, caller))
                .<Authentication>map(caller -> caller)
                .onErrorMap(JwtException.class, Tokens::refused);
    }

    /** Not being able to fetch the keys is no fault of the token: the accident goes on as it is. */
    private static Throwable refused(JwtException fault) {
        return switch (fault) {
            case JwtValidationException invalid ->
                new Refused(invalid.getErrors().iterator().next().getErrorCode());
            case BadJwtException ignored -> new Refused(TokenCheck.INVALID);
            default -> fault;
        };
    }
}
