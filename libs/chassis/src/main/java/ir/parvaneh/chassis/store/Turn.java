package ir.parvaneh.chassis.store;

import java.util.Map;
import java.util.function.BiFunction;

/**
 * One change on its way, decided as often as it takes.
 *
 * @param reads messages caused it: they are not refused for a full outbox
 */
record Turn<P>(Cause cause, boolean reads, BiFunction<Page<P>, Map<String, Mark>, Step<P>> step) {

    Step<P> take(Held<P> held) {
        return step.apply(held.page(), held.stored().marks());
    }
}
