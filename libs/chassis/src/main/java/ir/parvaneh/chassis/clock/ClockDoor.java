package ir.parvaneh.chassis.clock;

import ir.parvaneh.chassis.web.Refused;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where development asks for another time. */
@RestController
class ClockDoor {
    private final CityClock clock;
    private final ClockMover mover;

    ClockDoor(CityClock clock, ClockMover mover) {
        this.clock = clock;
        this.mover = mover;
    }

    /** Either an offset to real time or how much to go ahead, as ISO 8601 durations. */
    record Wish(String offset, String advance) {}

    record Shown(Instant now, String offset) {}

    @GetMapping("/dev/clock")
    Mono<Shown> show() {
        return Mono.fromSupplier(() -> new Shown(clock.now(), clock.offset().toString()));
    }

    @PostMapping("/dev/clock")
    Mono<Shown> move(@RequestBody Wish wish) {
        if ((wish.offset() == null) == (wish.advance() == null)) {
            return Mono.error(() -> Refused.at("wrong-value", "/offset"));
        }
        Mono<Void> moved = wish.offset() != null
                ? mover.moveTo(duration(wish.offset(), "/offset"))
                : mover.advance(duration(wish.advance(), "/advance"));
        return moved.then(show());
    }

    private static Duration duration(String text, String pointer) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw Refused.at("wrong-value", pointer);
        }
    }
}
