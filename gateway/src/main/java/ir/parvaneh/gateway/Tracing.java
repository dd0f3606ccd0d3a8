package ir.parvaneh.gateway;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives every request its trace before anything can refuse it, and tells the caller. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Tracing implements WebFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Trace trace = Trace.begin(exchange, exchange.getRequest().getHeaders().getFirst("traceparent"));
        HttpHeaders answer = exchange.getResponse().getHeaders();
        answer.set("traceparent", trace.header());
        answer.set("X-Trace-Id", trace.id());
        return chain.filter(exchange);
    }
}
