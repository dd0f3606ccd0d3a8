package ir.parvaneh.dev.city;

import ir.parvaneh.dev.city.report.Latencies;
import ir.parvaneh.dev.city.wire.Answer;
import ir.parvaneh.dev.city.wire.Call;
import ir.parvaneh.dev.city.wire.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The rate of a no-op with a token through the gateway: what the machine gives at best in this very minute. */
final class Ping {
    private final City city;
    private final Latencies latencies = new Latencies();
    private final AtomicInteger refused = new AtomicInteger();

    Ping(City city) {
        this.city = city;
    }

    int run(Options options) {
        int clients = options.number("--clients", 16);
        Duration time = Duration.ofSeconds(options.number("--seconds", 10));
        String token = city.tokens().of("citizen-0001");
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            threads.add(Thread.ofPlatform().start(() -> ping(token, start + time.toNanos())));
        }
        threads.forEach(Ping::join);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "ping: %.0f/s with %d clients, p50 %.1f ms, p99 %.1f ms, %d refused%n",
                latencies.count() / seconds, clients, latencies.millis(50), latencies.millis(99), refused.get());
        return refused.get() == 0 ? 0 : 1;
    }

    private void ping(String token, long until) {
        try (Caller caller = city.caller(Duration.ofSeconds(10))) {
            for (long now = System.nanoTime(); now < until; now = System.nanoTime()) {
                Answer answer = caller.call(Call.get("/v1/ping", token));
                latencies.add(System.nanoTime() - now);
                refused.addAndGet(answer.ok() ? 0 : 1);
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
