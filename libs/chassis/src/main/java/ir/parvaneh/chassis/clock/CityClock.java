package ir.parvaneh.chassis.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Real time and an offset that development may move; whole milliseconds. */
public final class CityClock implements InstantSource {
    private final InstantSource real;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    public CityClock(InstantSource real) {
        this.real = real;
    }

    /** City time, now. */
    public Instant now() {
        return real.instant().plus(offset.get()).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Instant instant() {
        return now();
    }

    public Duration offset() {
        return offset.get();
    }

    /** Sets how far the city is ahead of real time. */
    public void set(Duration ahead) {
        offset.set(ahead);
    }
}
