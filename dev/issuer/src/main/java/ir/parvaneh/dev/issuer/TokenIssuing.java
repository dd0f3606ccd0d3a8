package ir.parvaneh.dev.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** Tokens by client credentials, the key set and the metadata. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class TokenIssuing {
    private static final String REACTOR_HOOK = "securityReactorContextSubscriberRegistrar";

    @Bean
    @Order(1)
    SecurityFilterChain tokenEndpoints(HttpSecurity http) {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.oidc(Customizer.withDefaults());
        });
        return http.authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain openPages(HttpSecurity http) {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    AuthorizationServerSettings serverSettings(IssuerSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.url().toString())
                .build();
    }

    @Bean
    RegisteredClientRepository clients(IssuerSettings settings) {
        return new PeopleAsClients(settings);
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new ForgottenAuthorizations();
    }

    /**
     * For servlets that call others reactively, Spring Security hooks into every reactive pipeline of its JVM. The
     * issuer calls nobody, and in the whole city's JVM the hook would be on every step of the five services.
     */
    @Bean
    static BeanDefinitionRegistryPostProcessor noHookIntoReactor() {
        return registry -> {
            if (registry.containsBeanDefinition(REACTOR_HOOK)) {
                registry.removeBeanDefinition(REACTOR_HOOK);
            }
        };
    }

    @Bean
    PasswordEncoder secrets() {
        return new PlainSecret();
    }

    @Bean
    JWKSource<SecurityContext> keys(IssuerSettings settings) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(settings.data())));
    }

    // Wanted by the user-info endpoint that comes with OIDC metadata.
    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(IssuerSettings settings) {
        return context -> {
            Person person =
                    CityPeople.find(context.getRegisteredClient().getClientId()).orElseThrow();
            context.getClaims().audience(List.of(settings.audience())).claims(all -> TokenClaims.put(person, all));
        };
    }
}
