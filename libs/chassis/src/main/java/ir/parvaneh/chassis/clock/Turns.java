package ir.parvaneh.chassis.clock;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What each round does for all that waits for one thing, each taken alone: one that fails stands before no other and
 * waits for another round. Why it fails is logged once, and again when the reason is another one or it had succeeded.
 */
public final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final int REMEMBERED = 10_000;

    private final String what;
    private final int sideBySide;
    private final Map<String, String> failing = new ConcurrentHashMap<>();

    /**
     * @param what is waited for, as the log says it before the id of who waits
     * @param sideBySide how many are taken at once
     */
    public Turns(String what, int sideBySide) {
        this.what = what;
        this.sideBySide = sideBySide;
    }

    /** One look; completes when each had its turn, and fails only where those who wait cannot be found. */
    public <T> Mono<Void> each(Flux<T> waiting, Function<T, String> id, Function<T, ? extends Mono<?>> turn) {
        return waiting.flatMap(one -> alone(id.apply(one), Mono.defer(() -> turn.apply(one))), sideBySide)
                .then();
    }

    private Mono<Void> alone(String id, Mono<?> turn) {
        return turn.then(Mono.<Void>fromRunnable(() -> failing.remove(id)))
                .onErrorResume(failure -> Mono.fromRunnable(() -> logged(id, failure.toString())));
    }

    private void logged(String id, String why) {
        if (failing.size() > REMEMBERED) {
            failing.clear();
        }
        if (!why.equals(failing.put(id, why))) {
            LOG.warn("{} of {} waits for another round: {}", what, id, why);
        }
    }
}
