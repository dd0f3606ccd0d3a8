package ir.parvaneh.chassis.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** A verified token: the caller, the token itself for relay, and how long it holds. */
final class CallerToken extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final String token;
    private final Instant expiresAt;

    private CallerToken(Caller caller, String token, Instant expiresAt) {
        super(caller.roles().stream().map(SimpleGrantedAuthority::new).toList());
        this.caller = caller;
        this.token = token;
        this.expiresAt = expiresAt;
        setAuthenticated(true);
    }

    static CallerToken of(Jwt jwt) {
        var caller = new Caller(
                jwt.getSubject(),
                roles(jwt),
                jwt.getClaimAsString("office_id"),
                districtNo(jwt.getClaim("district_no")),
                jwt.getClaimAsString("agency"));
        return new CallerToken(caller, jwt.getTokenValue(), jwt.getExpiresAt());
    }

    private static Set<String> roles(Jwt jwt) {
        Map<?, ?> realm = jwt.getClaim("realm_access") instanceof Map<?, ?> claims ? claims : Map.of();
        return Stream.of(jwt.getClaim("roles"), realm.get("roles"))
                .filter(List.class::isInstance)
                .flatMap(roles -> ((List<?>) roles).stream())
                .map(String::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Integer districtNo(Object claim) {
        return switch (claim) {
            case Number number -> number.intValue();
            case String text when text.matches("\\d{1,2}") -> Integer.valueOf(text);
            case null, default -> null;
        };
    }

    boolean holdsAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getCredentials() {
        return token;
    }

    @Override
    public String getName() {
        return caller.personId();
    }
}
