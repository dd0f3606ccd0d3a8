package ir.parvaneh.application.slip;

import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One look at what waits. One that fails does not stand before the others: it waits for another round. */
final class Round {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private Round() {}

    /** @param names whose turn it is, for the log */
    static <T> Mono<Void> over(
            Flux<T> waiting, int sideBySide, Function<T, String> names, Function<T, Mono<Void>> step) {
        return waiting.flatMap(one -> alone(one, names, step), sideBySide).then();
    }

    private static <T> Mono<Void> alone(T one, Function<T, String> names, Function<T, Mono<Void>> step) {
        return Mono.defer(() -> step.apply(one)).onErrorResume(failure -> {
            LOG.warn("{} waits for another round: {}", names.apply(one), failure.toString());
            return Mono.empty();
        });
    }
}
