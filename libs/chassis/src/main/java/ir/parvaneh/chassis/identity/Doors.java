package ir.parvaneh.chassis.identity;

import java.util.List;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Which path opens to whom; the first door that fits decides. One look, because every request passes here. */
final class Doors implements ReactiveAuthorizationManager<AuthorizationContext> {
    private static final AuthorizationDecision OPEN = new AuthorizationDecision(true);
    private static final AuthorizationDecision SHUT = new AuthorizationDecision(false);

    private final List<PathPattern> open;
    private final List<Door> guarded;

    /** @param authorities any of which opens it */
    record Door(PathPattern path, Set<String> authorities) {
        static Door of(String path, String... authorities) {
            return new Door(PathPatternParser.defaultInstance.parse(path), Set.of(authorities));
        }
    }

    /** @param open patterns of paths that need no token */
    Doors(List<String> open, List<Door> guarded) {
        this.open = open.stream().map(PathPatternParser.defaultInstance::parse).toList();
        this.guarded = guarded;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> who, AuthorizationContext asked) {
        PathContainer path = asked.getExchange().getRequest().getPath().pathWithinApplication();
        if (open.stream().anyMatch(pattern -> pattern.matches(path))) {
            return Mono.just(OPEN);
        }
        return who.<AuthorizationResult>map(caller -> decide(caller, path)).defaultIfEmpty(SHUT);
    }

    private AuthorizationDecision decide(Authentication caller, PathContainer path) {
        if (!caller.isAuthenticated()) {
            return SHUT;
        }
        for (Door door : guarded) {
            if (door.path().matches(path)) {
                return opens(door, caller) ? OPEN : SHUT;
            }
        }
        return OPEN;
    }

    private static boolean opens(Door door, Authentication caller) {
        return caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(door.authorities()::contains);
    }
}
