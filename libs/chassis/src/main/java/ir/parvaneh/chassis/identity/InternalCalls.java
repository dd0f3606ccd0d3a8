package ir.parvaneh.chassis.identity;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.timelimiter.TimeLimiter;
import ir.parvaneh.chassis.web.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/**
 * Calls from service to service: with the service's own token, within a time limit, behind a circuit breaker for each
 * replica called. A 404 is an empty answer; every other failure ends, for whoever asked, as {@code dependency-away}.
 */
public final class InternalCalls {
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .waitDurationInOpenState(Duration.ofSeconds(5))
            .permittedNumberOfCallsInHalfOpenState(3)
            .ignoreException(InternalCalls::isAnswer)
            .build();

    private final WebClient web;
    private final ServiceTokens tokens;
    private final TimeLimiter limit;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    /** @param atMost for one call, the token's fetching included */
    public InternalCalls(WebClient web, ServiceTokens tokens, Duration atMost) {
        this.web = web;
        this.tokens = tokens;
        this.limit = TimeLimiter.of(atMost);
    }

    /** @param bases of the service's replicas, {@code http://localhost:8081,http://…}; path with {@code {variables}} */
    public <T> Mono<T> get(String bases, Class<T> type, String path, Object... variables) {
        return anyOf(bases, base -> exchange(HttpMethod.GET, base + path, null, type, variables));
    }

    /** Internal posts are safe to repeat: they ask, or change something under an id of the caller's. */
    public <T> Mono<T> post(String bases, Object body, Class<T> type, String path, Object... variables) {
        return anyOf(bases, base -> exchange(HttpMethod.POST, base + path, body, type, variables));
    }

    /** Asks the replicas in turn, each request another one first, until one gives an answer. */
    private <T> Mono<T> anyOf(String bases, Function<String, Mono<T>> call) {
        List<String> all = new ArrayList<>(List.of(bases.split("\\s*,\\s*")));
        Collections.rotate(all, Math.floorMod(turn.getAndIncrement(), all.size()));
        Mono<T> asked = guarded(all.getFirst(), call);
        for (String next : all.subList(1, all.size())) {
            asked = asked.onErrorResume(away -> !isAnswer(away), away -> guarded(next, call));
        }
        return asked.onErrorResume(WebClientResponseException.NotFound.class, none -> Mono.empty());
    }

    private <T> Mono<T> exchange(HttpMethod method, String uri, Object body, Class<T> type, Object... variables) {
        return Mono.deferContextual(context -> tokens.token().flatMap(token -> {
            var request = web.method(method)
                    .uri(uri, variables)
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                    .header("traceparent", Trace.of(context).traceparent());
            return (body == null
                            ? request
                            : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body))
                    .retrieve()
                    .bodyToMono(type);
        }));
    }

    private <T> Mono<T> guarded(String base, Function<String, Mono<T>> call) {
        CircuitBreaker breaker = breakers.computeIfAbsent(base, name -> CircuitBreaker.of(name, BREAKER));
        return call.apply(base)
                .transformDeferred(TimeLimiterOperator.of(limit))
                .transformDeferred(CircuitBreakerOperator.of(breaker));
    }

    /** The other service is there and said no. */
    private static boolean isAnswer(Throwable failure) {
        return failure instanceof WebClientResponseException answer
                && answer.getStatusCode().is4xxClientError();
    }
}
