package ir.parvaneh.gateway;

import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;
import org.springframework.web.server.ServerWebExchange;

/**
 * The thread that ties log lines, problems and services together (W3C Trace Context). A caller's own trace goes on;
 * who brings none, or a broken one, gets a new one.
 */
record Trace(String id, String span, String flags) {
    private static final String ATTRIBUTE = Trace.class.getName();
    private static final int LENGTH = 55;

    static Trace begin(ServerWebExchange exchange, String header) {
        Trace trace = header != null && isValid(header)
                ? new Trace(header.substring(3, 35), hex(), header.substring(53, 55))
                : new Trace(hex() + hex(), hex(), "01");
        exchange.getAttributes().put(ATTRIBUTE, trace);
        return trace;
    }

    /** The trace of an exchange; one made on the spot when the exchange broke before it got its own. */
    static Trace of(ServerWebExchange exchange) {
        Trace trace = exchange.getAttribute(ATTRIBUTE);
        return trace == null ? begin(exchange, null) : trace;
    }

    String header() {
        return "00-" + id + "-" + span + "-" + flags;
    }

    /** Lets the log lines that {@code log} writes carry this trace. */
    void write(Runnable log) {
        try (var _ = MDC.putCloseable("traceId", id)) {
            log.run();
        }
    }

    private static boolean isValid(String header) {
        return header.length() == LENGTH
                && header.startsWith("00-")
                && header.charAt(35) == '-'
                && header.charAt(52) == '-'
                && isHex(header, 3, 35)
                && isHex(header, 36, 52)
                && isHex(header, 53, 55)
                && !isZero(header, 3, 35)
                && !isZero(header, 36, 52);
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static String hex() {
        long number = ThreadLocalRandom.current().nextLong() | 1;
        String digits = Long.toHexString(number);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
