package ir.parvaneh.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One address of a service, with the breaker that keeps requests from an address that does not answer. */
record Replica(URI base, CircuitBreaker breaker) {
    URI at(URI asked) {
        String query = asked.getRawQuery();
        return URI.create(base + asked.getRawPath() + (query == null ? "" : "?" + query));
    }

    boolean takes() {
        return breaker.tryAcquirePermission();
    }

    void answered(Duration took) {
        breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
    }

    void failed(Duration took, Throwable why) {
        breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, why);
    }

    /** The caller went away: that says nothing about the replica. */
    void abandoned() {
        breaker.releasePermission();
    }
}
