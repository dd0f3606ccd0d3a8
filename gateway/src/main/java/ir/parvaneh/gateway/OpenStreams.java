package ir.parvaneh.gateway;

import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * So many live streams for each person at a time and no more: each holds a connection to the service for as long as it
 * lasts, and nobody's phone follows hundreds of files. Every gateway counts for itself.
 */
final class OpenStreams implements GatewayFilter, Ordered {
    /** Before anything is sent. */
    private static final int ORDER = -3;

    private static final Duration LATER = Duration.ofSeconds(5);

    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final int most;

    OpenStreams(int most) {
        this.most = most;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return exchange.getPrincipal().map(Principal::getName).flatMap(person -> follow(person, exchange, chain));
    }

    private Mono<Void> follow(String person, ServerWebExchange exchange, GatewayFilterChain chain) {
        if (open.merge(person, 1, Integer::sum) > most) {
            close(person);
            return Mono.error(Refused.until(LATER, "too-many-streams", null));
        }
        return chain.filter(exchange).doFinally(end -> close(person));
    }

    private void close(String person) {
        open.computeIfPresent(person, (id, count) -> count == 1 ? null : count - 1);
    }
}
