package ir.parvaneh.dev.issuer;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Everybody in the city is a client whose id is the login; computed on each request, nothing stored. */
final class PeopleAsClients implements RegisteredClientRepository {
    private final IssuerSettings settings;

    PeopleAsClients(IssuerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("the people of the city are computed, not stored");
    }

    @Override
    public RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public RegisteredClient findByClientId(String name) {
        return CityPeople.find(name).map(this::client).orElse(null);
    }

    private RegisteredClient client(Person person) {
        return RegisteredClient.withId(person.name())
                .clientId(person.name())
                .clientSecret(settings.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.life())
                        .build())
                .build();
    }
}
