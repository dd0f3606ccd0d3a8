package ir.parvaneh.chassis.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a signed token must say besides: still valid, made by our issuer, for us, about somebody. On real time. */
record TokenCheck(String issuer, String audience, Clock clock) implements OAuth2TokenValidator<Jwt> {
    static final String EXPIRED = "token-expired";
    static final String INVALID = "token-invalid";
    private static final Duration SKEW = Duration.ofSeconds(5);

    @Override
    public OAuth2TokenValidatorResult validate(Jwt jwt) {
        if (!issuedByUs(jwt) || !forUs(jwt) || jwt.getSubject() == null || jwt.getExpiresAt() == null) {
            return failure(INVALID);
        }
        Instant now = clock.instant();
        if (!jwt.getExpiresAt().isAfter(now.minus(SKEW))) {
            return failure(EXPIRED);
        }
        boolean early = jwt.getNotBefore() != null && jwt.getNotBefore().isAfter(now.plus(SKEW));
        return early ? failure(INVALID) : OAuth2TokenValidatorResult.success();
    }

    private boolean issuedByUs(Jwt jwt) {
        return Objects.equals(issuer, jwt.getClaimAsString("iss"));
    }

    /** A blank audience is not checked. */
    private boolean forUs(Jwt jwt) {
        return audience.isBlank()
                || jwt.getAudience() != null && jwt.getAudience().contains(audience);
    }

    private static OAuth2TokenValidatorResult failure(String code) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(code));
    }
}
