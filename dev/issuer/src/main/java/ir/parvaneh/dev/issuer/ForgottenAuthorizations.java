package ir.parvaneh.dev.issuer;

import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Remembers no token it gave: services verify signatures and nobody revokes here, and the in-memory service that comes
 * with Spring would keep every token of a long load run.
 */
final class ForgottenAuthorizations implements OAuth2AuthorizationService {

    @Override
    public void save(OAuth2Authorization authorization) {
        // forgotten on purpose
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        // nothing is kept, so nothing is there to remove
    }

    @Override
    public OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public OAuth2Authorization findByToken(String token, OAuth2TokenType type) {
        return null;
    }
}
