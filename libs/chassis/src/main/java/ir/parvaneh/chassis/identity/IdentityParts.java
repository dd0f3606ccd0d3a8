package ir.parvaneh.chassis.identity;

import ir.parvaneh.chassis.web.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The beans of this package; a service imports it and is a resource server of its own. Settings, all below
 * {@code parvaneh.}: {@code issuer}, {@code jwks-uri} and {@code token-uri} (as of Spring Authorization Server unless
 * given), {@code audience} ({@code parvaneh}; blank is not checked), {@code client-id}, {@code client-secret},
 * {@code public-paths} (patterns that need no token), {@code call-limit}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
public class IdentityParts {
    private static final List<String> OPEN =
            List.of("/actuator/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/v1/audit/*/roots", "/v1/audit/*/keys");
    /** The events of a file, two hundred at once, with room to spare. */
    private static final int LARGEST_ANSWER = 16 * 1024 * 1024;

    private static final List<Doors.Door> GUARDED = List.of(
            Doors.Door.of("/internal/**", "service"),
            Doors.Door.of("/v1/operations/**", "operator"),
            Doors.Door.of("/dev/**", "operator", "service"));

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    ReactiveAuthenticationManager tokens(
            @Value("${parvaneh.issuer}") String issuer,
            @Value("${parvaneh.jwks-uri:${parvaneh.issuer}/oauth2/jwks}") String keys,
            @Value("${parvaneh.audience:parvaneh}") String audience) {
        var decoder = NimbusReactiveJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .validateType(false)
                .build();
        decoder.setJwtValidator(new TokenCheck(issuer, audience, Clock.systemUTC()));
        return new Tokens(decoder, Clock.systemUTC());
    }

    @Bean
    SecurityWebFilterChain whoMay(
            ServerHttpSecurity http,
            ReactiveAuthenticationManager tokens,
            @Value("${parvaneh.public-paths:}") List<String> publicPaths) {
        return bare(http)
                .addFilterAt(bearer(tokens), SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(paths -> paths.anyExchange().access(new Doors(open(publicPaths), GUARDED)))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (exchange, cause) -> Mono.error(new Refused("token-missing")))
                        .accessDeniedHandler((exchange, cause) -> Mono.error(new Refused("forbidden"))))
                .build();
    }

    @Bean
    ServiceTokens serviceTokens(
            @Value("${parvaneh.token-uri:${parvaneh.issuer}/oauth2/token}") String tokenUri,
            @Value("${parvaneh.client-id:${parvaneh.service:parvaneh}}") String clientId,
            @Value("${parvaneh.client-secret:}") String clientSecret) {
        return new ServiceTokens(WebClient.create(), tokenUri, clientId, clientSecret);
    }

    @Bean
    InternalCalls internalCalls(ServiceTokens tokens, @Value("${parvaneh.call-limit:PT3S}") Duration limit) {
        WebClient web = WebClient.builder()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
        return new InternalCalls(web, tokens, limit);
    }

    @Bean
    WebFluxConfigurer callers() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(new CallerArgument());
            }
        };
    }

    /** A token on each request and nothing kept between them: no sessions, forms, basic logins or CSRF tokens. */
    private static ServerHttpSecurity bare(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance());
    }

    private static List<String> open(List<String> publicPaths) {
        return Stream.concat(OPEN.stream(), publicPaths.stream()).toList();
    }

    private static AuthenticationWebFilter bearer(ReactiveAuthenticationManager tokens) {
        var filter = new AuthenticationWebFilter(tokens);
        filter.setServerAuthenticationConverter(IdentityParts::bearerOf);
        return filter;
    }

    private static Mono<Authentication> bearerOf(ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Mono.empty();
        }
        String token = header.substring(7).strip();
        return token.isEmpty()
                ? Mono.error(new Refused(TokenCheck.INVALID))
                : Mono.just(new BearerTokenAuthenticationToken(token));
    }
}
