package ir.parvaneh.gateway;

import java.net.InetSocketAddress;
import java.security.Principal;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.ratelimit.Bucket4jRateLimiter;
import org.springframework.cloud.gateway.filter.ratelimit.RateLimiter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * So much for each client and no more: a person by the token's subject, anybody else by address. Every gateway counts
 * for itself.
 */
@Component
@Order(RateLimit.AFTER_TOKEN_CHECK)
final class RateLimit implements WebFilter {
    static final int AFTER_TOKEN_CHECK = -50;

    private static final String CALLER = "caller";
    private static final String ANONYMOUS = "anonymous";

    private final Bucket4jRateLimiter limiter;
    private final Settings.Rates rates;
    private final Roads roads;
    private final Problems problems;

    RateLimit(Bucket4jRateLimiter limiter, Settings settings, Roads roads, Problems problems) {
        this.limiter = limiter;
        this.rates = settings.rates();
        this.roads = roads;
        this.problems = problems;
        limiter.getConfig().put(CALLER, config(rates.caller()));
        limiter.getConfig().put(ANONYMOUS, config(rates.anonymous()));
    }

    private static Bucket4jRateLimiter.Config config(Settings.Rate rate) {
        return new Bucket4jRateLimiter.Config().setCapacity(rate.requests()).setRefillPeriod(rate.per());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (roads.of(exchange).isEmpty()) {
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .map(Principal::getName)
                .flatMap(name -> limiter.isAllowed(CALLER, "p:" + name))
                .switchIfEmpty(Mono.defer(() -> limiter.isAllowed(ANONYMOUS, "a:" + address(exchange))))
                .flatMap(answer -> answer.isAllowed() ? pass(exchange, chain, answer) : refuse(exchange));
    }

    private static Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain, RateLimiter.Response answer) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        answer.getHeaders().forEach(headers::set);
        return chain.filter(exchange);
    }

    private Mono<Void> refuse(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .map(known -> rates.caller())
                .defaultIfEmpty(rates.anonymous())
                .flatMap(rate -> problems.write(exchange, Refused.until(oneToken(rate), "rate-limited", null)));
    }

    /** Tokens drip evenly: the next one is there after this long. */
    private static Duration oneToken(Settings.Rate rate) {
        return rate.per().dividedBy(rate.requests());
    }

    private static String address(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }
}
