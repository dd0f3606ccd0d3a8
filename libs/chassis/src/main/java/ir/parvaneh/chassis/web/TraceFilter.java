package ir.parvaneh.chassis.web;

import io.micrometer.context.ContextRegistry;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

/** Accepts or makes the trace of a request and lets it follow the request through every thread. */
final class TraceFilter implements WebFilter, Ordered {
    TraceFilter() {
        ContextRegistry.getInstance()
                .registerThreadLocalAccessor(
                        Trace.LOG_KEY,
                        () -> MDC.get(Trace.LOG_KEY),
                        id -> MDC.put(Trace.LOG_KEY, id),
                        () -> MDC.remove(Trace.LOG_KEY));
        Hooks.enableAutomaticContextPropagation();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Trace trace = Trace.of(exchange);
        exchange.getResponse().getHeaders().set(Trace.HEADER, trace.traceparent());
        return chain.filter(exchange)
                .contextWrite(context -> context.put(Trace.class, trace).put(Trace.LOG_KEY, trace.traceId()));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
