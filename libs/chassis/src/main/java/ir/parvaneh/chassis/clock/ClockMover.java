package ir.parvaneh.chassis.clock;

import ir.parvaneh.chassis.stream.KafkaWire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Moves the city's clock by telling every replica, this one among them. */
final class ClockMover {
    static final String TOPIC = "clock.events.v1";
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CityClock clock;
    private final KafkaWire wire;

    ClockMover(CityClock clock, KafkaWire wire) {
        this.clock = clock;
        this.wire = wire;
    }

    /** Completes when this replica has heard it; fails when it does not within five seconds. */
    Mono<Void> moveTo(Duration ahead) {
        byte[] text = ahead.toString().getBytes(StandardCharsets.UTF_8);
        return wire.send(new ProducerRecord<>(TOPIC, 0, "clock", text))
                .then(Flux.interval(Duration.ZERO, SOON)
                        .filter(tick -> clock.offset().equals(ahead))
                        .next()
                        .timeout(PATIENCE)
                        .then());
    }

    Mono<Void> advance(Duration by) {
        return moveTo(clock.offset().plus(by));
    }
}
