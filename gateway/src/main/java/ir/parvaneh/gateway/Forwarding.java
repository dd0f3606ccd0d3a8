package ir.parvaneh.gateway;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Iterator;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/**
 * Sends a request to the replica whose turn it is, and at once to the next when the first cannot be reached. A request
 * that may have been received is repeated only if repeating is harmless: reads. A command whose answer is lost is
 * repeated by its sender, who holds the idempotency key.
 */
final class Forwarding implements GatewayFilter, Ordered {
    /** After the writer of answers, before the sender of requests. */
    private static final int ORDER = 10_000;

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Replicas replicas;

    Forwarding(Replicas replicas) {
        this.replicas = replicas;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return next(exchange, chain, replicas.round(), null);
    }

    private static Mono<Void> next(
            ServerWebExchange exchange, GatewayFilterChain chain, Iterator<Replica> rest, Throwable lastFailure) {
        while (rest.hasNext()) {
            Replica replica = rest.next();
            if (replica.takes()) {
                return send(exchange, chain, replica, rest);
            }
        }
        return Mono.error(lastFailure == null ? Refused.until(SOON, "dependency-away", null) : lastFailure);
    }

    private static Mono<Void> send(
            ServerWebExchange exchange, GatewayFilterChain chain, Replica replica, Iterator<Replica> rest) {
        long began = System.nanoTime();
        exchange.getAttributes()
                .put(GATEWAY_REQUEST_URL_ATTR, replica.at(exchange.getRequest().getURI()));
        return chain.filter(exchange)
                .doOnSuccess(done -> judge(replica, exchange.getResponse().getStatusCode(), since(began)))
                .doOnCancel(replica::abandoned)
                .onErrorResume(failure -> {
                    blame(replica, failure, since(began));
                    if (!mayRepeat(exchange.getRequest().getMethod(), failure)) {
                        return Mono.error(failure);
                    }
                    ServerWebExchangeUtils.reset(exchange);
                    return next(exchange, chain, rest, failure);
                });
    }

    /** A service that answers 500 or 503 is there; one behind a proxy that answers 502 or 504 is not. */
    private static void judge(Replica replica, HttpStatusCode status, Duration took) {
        if (status == HttpStatus.BAD_GATEWAY || status == HttpStatus.GATEWAY_TIMEOUT) {
            replica.failed(took, new IOException("answered " + status));
        } else {
            replica.answered(took);
        }
    }

    /** Time-outs arrive here as the status they will be answered with; only the replica's faults are counted. */
    private static void blame(Replica replica, Throwable failure, Duration took) {
        if (isBroken(failure) || failure instanceof ResponseStatusException) {
            replica.failed(took, failure);
        } else {
            replica.abandoned();
        }
    }

    private static boolean isBroken(Throwable failure) {
        return failure instanceof IOException || failure instanceof AbortedException;
    }

    private static boolean mayRepeat(HttpMethod method, Throwable failure) {
        boolean neverSent = failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException;
        boolean harmless = method == HttpMethod.GET || method == HttpMethod.HEAD;
        return neverSent || harmless && isBroken(failure);
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
