package ir.parvaneh.chassis.identity;

import ir.parvaneh.chassis.web.Refused;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives handlers their {@link Caller}; without one the request is {@code token-missing}. */
final class CallerArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(CallerToken.class)
                .<Object>map(CallerToken::getPrincipal)
                .switchIfEmpty(Mono.error(() -> new Refused("token-missing")));
    }
}
