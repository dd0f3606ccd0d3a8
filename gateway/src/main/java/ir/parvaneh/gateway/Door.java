package ir.parvaneh.gateway;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who gets in. Roads say whom they admit; a path that is no road gets in and finds nothing. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class Door {
    @Bean
    Roads roads(Settings settings) {
        return new Roads(settings.dev());
    }

    @Bean
    ReactiveAuthenticationManager tokenCheck(Settings settings) {
        Settings.Tokens tokens = settings.tokens();
        InstantSource clock = InstantSource.system();
        IssuerKeys keys = new IssuerKeys(tokens.keys(), tokens.keysFreshFor(), clock, WebClient.create());
        return new TokenCheck(tokens, keys, clock);
    }

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http, ReactiveAuthenticationManager tokenCheck, Roads roads, Problems problems) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.authenticationManager(tokenCheck))
                        .bearerTokenConverter(Door::bearer)
                        .authenticationEntryPoint((exchange, why) -> unknown(exchange, why, problems)))
                .exceptionHandling(spec -> spec.authenticationEntryPoint(
                                (exchange, why) -> unknown(exchange, why, problems))
                        .accessDeniedHandler((exchange, why) -> problems.write(exchange, Refused.because("forbidden"))))
                .authorizeExchange(all -> all.anyExchange().access((caller, at) -> admit(caller, at, roads)))
                .build();
    }

    /** Paths with tricks in them (dots, doubled or encoded slashes, semicolons) do not get as far as the table. */
    @Bean
    ServerExchangeRejectedHandler tricks(Problems problems) {
        return (exchange, why) -> problems.write(exchange, Refused.because("request-malformed", why));
    }

    /** The HTTP decoder has refused control characters in headers already; the default checks them by pattern again. */
    @Bean
    ServerWebExchangeFirewall firewall() {
        StrictServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();
        firewall.setAllowedHeaderNames(name -> true);
        firewall.setAllowedHeaderValues(value -> true);
        return firewall;
    }

    private static Mono<Authentication> bearer(ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Mono.empty()
                : Mono.just(
                        new BearerTokenAuthenticationToken(header.substring(7).strip()));
    }

    private static Mono<Void> unknown(ServerWebExchange exchange, AuthenticationException why, Problems problems) {
        String code =
                switch (why) {
                    case AuthenticationCredentialsNotFoundException none -> "token-missing";
                    case CredentialsExpiredException late -> "token-expired";
                    default -> "token-invalid";
                };
        String challenge = code.equals("token-missing") ? "Bearer" : "Bearer error=\"invalid_token\"";
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge);
        return problems.write(exchange, Refused.because(code, why));
    }

    private static Mono<AuthorizationResult> admit(Mono<Authentication> caller, AuthorizationContext at, Roads roads) {
        Road.Admission admission =
                roads.of(at.getExchange()).map(Road::admission).orElse(Road.Admission.ANYBODY);
        return admission == Road.Admission.ANYBODY
                ? Mono.just(new AuthorizationDecision(true))
                : caller.map(known -> new AuthorizationDecision(admits(admission, (Visitor) known.getPrincipal())));
    }

    private static boolean admits(Road.Admission admission, Visitor visitor) {
        return switch (admission) {
            case ANYBODY, SIGNED_IN -> true;
            case DESK -> visitor.desk().isPresent();
            case OPERATOR -> visitor.operates();
        };
    }
}
