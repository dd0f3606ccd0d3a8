package ir.parvaneh.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The addresses of one service, offered in turn. */
final class Replicas {
    private final List<Replica> all;
    private final AtomicInteger turn = new AtomicInteger();

    Replicas(Service service, List<URI> addresses, Settings.Breaker settings) {
        CircuitBreakerConfig config = config(settings);
        this.all = addresses.stream()
                .map(base -> new Replica(base, CircuitBreaker.of(service.label() + " at " + base, config)))
                .toList();
    }

    private static CircuitBreakerConfig config(Settings.Breaker settings) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.judgedFrom())
                .failureRateThreshold(settings.failures())
                .waitDurationInOpenState(settings.openFor())
                .maxWaitDurationInHalfOpenState(settings.trialsWithin())
                .permittedNumberOfCallsInHalfOpenState(settings.trials())
                .build();
    }

    /** Each address once, beginning with the one whose turn it is. */
    Iterator<Replica> round() {
        int first = all.size() == 1 ? 0 : Math.floorMod(turn.getAndIncrement(), all.size());
        return new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return given < all.size();
            }

            @Override
            public Replica next() {
                return all.get((first + given++) % all.size());
            }
        };
    }

    Replica any() {
        return round().next();
    }
}
