package ir.parvaneh.chassis.stream;

import ir.parvaneh.chassis.store.Head;
import java.util.List;
import reactor.core.publisher.Mono;

/** Who owns the aggregates of a source: asked for heads, and for events that the topic did not bring. */
public interface Owners {

    /** Heads with ids above {@code after}, in order of ids. */
    Mono<List<Head>> heads(String source, String after, int limit);

    /** Events of one aggregate in order, from a number on. */
    Mono<List<Incoming>> events(String source, String aggregate, long from, int limit);
}
