package ir.parvaneh.chassis.stream;

import ir.parvaneh.chassis.identity.InternalCalls;
import ir.parvaneh.chassis.store.Head;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Asks owners over their internal doors; a source's owner is named by its first segment. */
final class HttpOwners implements Owners {
    private static final String HEADS = "/internal/heads?source={source}&after={after}&limit={limit}";
    private static final String EVENTS =
            "/internal/events?source={source}&aggregate={aggregate}&from={from}&limit={limit}";

    private final InternalCalls calls;
    private final Function<String, String> peers;

    /** @param peers address of a service by the first segment of its sources, {@code applications} for example */
    HttpOwners(InternalCalls calls, Function<String, String> peers) {
        this.calls = calls;
        this.peers = peers;
    }

    @Override
    public Mono<List<Head>> heads(String source, String after, int limit) {
        return calls.get(base(source), Head[].class, HEADS, source, after, limit)
                .map(List::of);
    }

    @Override
    public Mono<List<Incoming>> events(String source, String aggregate, long from, int limit) {
        return calls.get(base(source), Incoming[].class, EVENTS, source, aggregate, from, limit)
                .map(List::of);
    }

    private String base(String source) {
        return peers.apply(source.split("/")[1]);
    }
}
