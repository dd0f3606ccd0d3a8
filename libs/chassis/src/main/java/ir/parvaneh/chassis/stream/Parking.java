package ir.parvaneh.chassis.stream;

import ir.parvaneh.chassis.stream.Parked.Reason;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where parked events wait. */
public interface Parking {

    /** Keeps them; one that is there already takes the new reason and keeps its time. */
    Mono<Void> put(List<Parked> parked);

    /** Those that come back by themselves, the longest waiting first. */
    Flux<Parked> waiting(String inbox, int limit);

    /** Those of one stream that come back by themselves, in order of numbers. */
    Flux<Parked> ofStream(String inbox, String source, String aggregate, int limit);

    /** Forgets those of one stream up to a number; not the forked ones. */
    Mono<Void> forgetUpTo(String inbox, String source, String aggregate, long number);

    Mono<Parked> find(String id);

    /** The longest waiting first. */
    Flux<Parked> list(Reason reason, int limit);

    Mono<Void> forget(String id);

    Mono<Map<Reason, Long>> count();
}
