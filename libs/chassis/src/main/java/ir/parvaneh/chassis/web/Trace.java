package ir.parvaneh.chassis.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.server.ServerWebExchange;
import reactor.util.context.ContextView;

/**
 * The trace a piece of work belongs to, as W3C {@code traceparent} says it. It stands in each log line (MDC key
 * {@value #LOG_KEY}), in each problem, and in the cause of each write.
 */
public record Trace(String traceId, String spanId) {
    /** The MDC key. */
    public static final String LOG_KEY = "traceId";

    static final String HEADER = "traceparent";
    private static final String ATTRIBUTE = Trace.class.getName();
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final String NO_TRACE = "0".repeat(32);

    public static Trace fresh() {
        var random = ThreadLocalRandom.current();
        return new Trace(hex(random.nextLong() | 1) + hex(random.nextLong()), hex(random.nextLong() | 1));
    }

    /** The trace of a header, with a span of our own; a fresh trace when the header is absent or no traceparent. */
    public static Trace accept(String traceparent) {
        var shape = SHAPE.matcher(traceparent == null ? "" : traceparent);
        if (!shape.matches() || shape.group(1).equals(NO_TRACE)) {
            return fresh();
        }
        return new Trace(shape.group(1), hex(ThreadLocalRandom.current().nextLong() | 1));
    }

    public static Trace of(ServerWebExchange exchange) {
        return (Trace) exchange.getAttributes()
                .computeIfAbsent(
                        ATTRIBUTE,
                        key -> accept(exchange.getRequest().getHeaders().getFirst(HEADER)));
    }

    /** The trace of the surrounding request, or a fresh one. */
    public static Trace of(ContextView context) {
        return context.getOrDefault(Trace.class, null) instanceof Trace trace ? trace : fresh();
    }

    /** The header value that continues this trace. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + "-01";
    }

    /** Puts the trace into this thread's log lines until closed. */
    public InLog inLog() {
        String before = MDC.get(LOG_KEY);
        MDC.put(LOG_KEY, traceId);
        return () -> restore(before);
    }

    private static void restore(String before) {
        if (before == null) {
            MDC.remove(LOG_KEY);
        } else {
            MDC.put(LOG_KEY, before);
        }
    }

    private static String hex(long value) {
        return HexFormat.of().toHexDigits(value);
    }

    /** Ends a stay in the log lines. */
    @FunctionalInterface
    public interface InLog extends AutoCloseable {
        @Override
        void close();
    }
}
