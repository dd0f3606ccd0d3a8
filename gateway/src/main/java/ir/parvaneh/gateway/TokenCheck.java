package ir.parvaneh.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSecurityContextJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWKSecurityContext;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

/**
 * Verifies bearer tokens: signature, issuer, audience, time. A verified token is remembered until it expires: verifying
 * costs far more than the rest of a request's way through the gateway.
 *
 * <p>Fails with {@link CredentialsExpiredException}, {@link InvalidBearerTokenException}, or, when the issuer's keys
 * cannot be had, {@link AuthenticationServiceException}.
 */
final class TokenCheck implements ReactiveAuthenticationManager {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final Set<String> REQUIRED = Set.of("sub", "exp");
    private static final int CLOCKS_MAY_DIFFER_SECONDS = 5;

    private record Verified(Authentication caller, Instant expiresAt) {}

    private final IssuerKeys keys;
    private final InstantSource clock;
    private final Cache<String, Verified> verified;
    private final DefaultJWTProcessor<JWKSecurityContext> processor = new DefaultJWTProcessor<>();

    TokenCheck(Settings.Tokens settings, IssuerKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
        this.verified = Caffeine.newBuilder().maximumSize(settings.remembered()).build();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new JWKSecurityContextJWKSet()));
        String audience = settings.audience().isBlank() ? null : settings.audience();
        var claims = new DefaultJWTClaimsVerifier<JWKSecurityContext>(
                audience, new JWTClaimsSet.Builder().issuer(settings.issuer()).build(), REQUIRED);
        claims.setMaxClockSkew(CLOCKS_MAY_DIFFER_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
    }

    @Override
    public Mono<Authentication> authenticate(Authentication bearer) {
        String token = ((BearerTokenAuthenticationToken) bearer).getToken();
        Verified known = verified.getIfPresent(token);
        if (known == null) {
            return verify(token);
        }
        if (clock.instant().isBefore(known.expiresAt())) {
            return Mono.just(known.caller());
        }
        verified.invalidate(token);
        return Mono.error(new CredentialsExpiredException("expired"));
    }

    private Mono<Authentication> verify(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            return keys.forKey(jwt.getHeader().getKeyID())
                    .onErrorMap(away -> new AuthenticationServiceException("the issuer's keys cannot be had", away))
                    .map(set -> admit(token, jwt, set));
        } catch (ParseException malformed) {
            return Mono.error(new InvalidBearerTokenException("malformed", malformed));
        }
    }

    private Authentication admit(String token, SignedJWT jwt, JWKSet set) {
        try {
            JWTClaimsSet claims = processor.process(jwt, new JWKSecurityContext(set.getKeys()));
            Verified fresh = new Verified(
                    caller(Visitor.of(claims)), claims.getExpirationTime().toInstant());
            verified.put(token, fresh);
            return fresh.caller();
        } catch (ExpiredJWTException late) {
            throw new CredentialsExpiredException("expired", late);
        } catch (BadJOSEException | JOSEException | ParseException bad) {
            throw new InvalidBearerTokenException("refused", bad);
        }
    }

    private static Authentication caller(Visitor visitor) {
        return UsernamePasswordAuthenticationToken.authenticated(visitor, null, AuthorityUtils.NO_AUTHORITIES);
    }
}
