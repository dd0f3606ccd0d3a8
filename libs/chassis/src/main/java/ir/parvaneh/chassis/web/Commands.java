package ir.parvaneh.chassis.web;

import ir.parvaneh.chassis.store.Outcome;
import ir.parvaneh.chassis.store.Saved;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The headers of commands, checked in this order: {@code idempotency-key-missing} (400), {@code request-in-flight} (409,
 * same key in this process), and for changes {@code if-match-missing} (428). Staleness, stage and rules are judged by
 * the decision itself, after the replay check. Call it in the handler's body, when the request body has been read.
 */
public final class Commands {
    public static final String KEY = "Idempotency-Key";
    public static final String REPLAYED = "Idempotency-Replayed";
    // Keys are kept with events for ever: one that could be somebody's number is none.
    private static final Pattern KEY_SHAPE = Pattern.compile("(?!\\+?\\d{8,14}$)[\\x21-\\x7e]{1,128}");
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*(\\d{1,4})");
    /** What {@code Prefer: wait=N} is cut to; whoever stands between must wait longer than this and a decision's deadline. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Duration deadline;
    private final Map<String, ServerWebExchange> inFlight = new ConcurrentHashMap<>();

    /** @param deadline how long a lost race is tried again */
    public Commands(Duration deadline) {
        this.deadline = deadline;
    }

    /** A command that makes something: no If-Match. */
    public <T> Mono<T> create(ServerWebExchange exchange, String callerId, Function<Command, Mono<T>> run) {
        return guarded(exchange, callerId, false, run);
    }

    /** A command that changes something the caller has seen: If-Match required. */
    public <T> Mono<T> change(ServerWebExchange exchange, String callerId, Function<Command, Mono<T>> run) {
        return guarded(exchange, callerId, true, run);
    }

    /** The saved page of an outcome; a refusal leaves as {@link Refused}. */
    public static <P> Saved<P> saved(Outcome<P> outcome) {
        return switch (outcome) {
            case Outcome.Done<P>(Saved<P> saved) -> saved;
            case Outcome.Refused<P>(var refusal) -> throw new Refused(refusal);
        };
    }

    /** Status, ETag and replay header of an outcome, with a view of the page. */
    public static <P, V> ResponseEntity<V> answer(Outcome<P> outcome, Function<Saved<P>, V> view) {
        Saved<P> saved = saved(outcome);
        return head(saved).body(view.apply(saved));
    }

    /** The headers of {@link #answer}, when the body needs more work. */
    public static ResponseEntity.BodyBuilder head(Saved<?> saved) {
        var head = ResponseEntity.status(saved.status()).eTag(ETags.of(saved.etag()));
        return saved.replayed() ? head.header(REPLAYED, "true") : head;
    }

    /** The key is free again before the answer leaves: who has an answer may ask again at once. */
    private <T> Mono<T> guarded(
            ServerWebExchange exchange, String callerId, boolean changes, Function<Command, Mono<T>> run) {
        String key = key(exchange.getRequest().getHeaders());
        String flight = callerId + '|' + key;
        if (inFlight.putIfAbsent(flight, exchange) != null) {
            return Mono.error(new Refused("request-in-flight"));
        }
        return Mono.defer(() -> run.apply(command(exchange, callerId, key, changes)))
                .doOnTerminate(() -> inFlight.remove(flight, exchange))
                .doOnCancel(() -> inFlight.remove(flight, exchange));
    }

    private Command command(ServerWebExchange exchange, String callerId, String key, boolean changes) {
        ServerHttpRequest request = exchange.getRequest();
        return new Command(
                callerId,
                key,
                request.getPath().value() + '#' + StrictJson.digestOf(request),
                changes ? ifMatch(request.getHeaders()) : null,
                wait(request.getHeaders()),
                Trace.of(exchange),
                Instant.now().plus(deadline));
    }

    private static String key(HttpHeaders headers) {
        String key = headers.getFirst(KEY);
        if (key == null || key.isBlank()) {
            throw Refused.at("idempotency-key-missing", KEY);
        }
        if (!KEY_SHAPE.matcher(key).matches()) {
            throw Refused.at("idempotency-key-invalid", KEY);
        }
        return key;
    }

    private static long ifMatch(HttpHeaders headers) {
        String tag = headers.getFirst(HttpHeaders.IF_MATCH);
        if (tag == null || tag.isBlank()) {
            throw new Refused("if-match-missing", Map.of());
        }
        return ETags.number(tag);
    }

    private static Duration wait(HttpHeaders headers) {
        for (String prefer : headers.getOrEmpty("Prefer")) {
            var wait = WAIT.matcher(prefer);
            if (wait.find()) {
                return Duration.ofSeconds(Math.min(LONGEST_WAIT.toSeconds(), Long.parseLong(wait.group(1))));
            }
        }
        return Duration.ZERO;
    }
}
