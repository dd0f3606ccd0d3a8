package ir.parvaneh.gateway;

import java.time.Duration;

/**
 * Carries a refusal through a reactive chain to the one place that writes problems. It has no stack trace: it is an
 * answer, not an accident.
 */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final Duration retryAfter;

    private Refused(String code, Duration retryAfter, Throwable cause) {
        super(code, cause, false, false);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static Refused because(String code) {
        return new Refused(code, null, null);
    }

    static Refused because(String code, Throwable cause) {
        return new Refused(code, null, cause);
    }

    static Refused until(Duration retryAfter, String code, Throwable cause) {
        return new Refused(code, retryAfter, cause);
    }

    String code() {
        return code;
    }

    /** Null when coming back later does not help. */
    Duration retryAfter() {
        return retryAfter;
    }
}
