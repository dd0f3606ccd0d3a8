package ir.parvaneh.gateway;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets pages of known origins call the gateway (CORS). It asks no token: a browser's preflight has none. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class Origins implements WebFilter {
    private static final List<String> EXPOSED = List.of(
            "ETag",
            "Location",
            "Retry-After",
            "Idempotency-Replayed",
            "Upload-Offset",
            "Upload-Length",
            "Content-Disposition",
            "X-Trace-Id",
            "traceparent");

    private final DefaultCorsProcessor processor = new DefaultCorsProcessor();
    private final CorsConfiguration allowed = new CorsConfiguration();
    private final boolean any;
    private final Problems problems;

    Origins(Settings settings, Problems problems) {
        this.problems = problems;
        this.any = !settings.cors().origins().isEmpty();
        allowed.setAllowedOrigins(settings.cors().origins());
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        allowed.setAllowedHeaders(List.of("*"));
        allowed.setExposedHeaders(EXPOSED);
        allowed.setMaxAge(settings.cors().maxAge());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!any || !CorsUtils.isCorsRequest(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        if (!processor.process(allowed, exchange)) {
            return problems.write(exchange, Refused.because("origin-refused"));
        }
        return CorsUtils.isPreFlightRequest(exchange.getRequest()) ? Mono.empty() : chain.filter(exchange);
    }
}
