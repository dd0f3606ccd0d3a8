package ir.parvaneh.chassis.store;

import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What a write takes from outside: ids and the two times.
 *
 * @param ids of events, never the same twice
 * @param real for what waits and how long
 * @param city for what is told
 */
public record Pen(Supplier<String> ids, InstantSource real, InstantSource city) {

    String id() {
        return ids.get();
    }

    long realMillis() {
        return real.millis();
    }

    String cityTime() {
        return Shape.text(city.instant());
    }
}
