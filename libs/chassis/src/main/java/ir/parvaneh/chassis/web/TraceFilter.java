package ir.parvaneh.chassis.web;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Accepts or makes the trace of a request. It travels in the Reactor context and is put into a thread's log lines only
 * where something is logged: carrying it from thread to thread at every step cost more than deciding does.
 */
final class TraceFilter implements WebFilter, Ordered {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Trace trace = Trace.of(exchange);
        exchange.getResponse().getHeaders().set(Trace.HEADER, trace.traceparent());
        return chain.filter(exchange).contextWrite(context -> context.put(Trace.class, trace));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
