package ir.parvaneh.audit;

import ir.parvaneh.chassis.store.Kept;
import ir.parvaneh.chassis.store.Pages;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Notes for a new root how chains stand. A chain may only have grown: one that no longer holds the entry it was last
 * signed by, or is gone, keeps that old leaf, and nothing is ever signed about what stands there instead.
 */
final class Standing {
    private static final Logger LOG = LoggerFactory.getLogger(Standing.class);
    private static final int AT_ONCE = 8;

    private final Chains chains;
    private final Leaves leaves;

    Standing(Chains chains, Leaves leaves) {
        this.chains = chains;
        this.leaves = leaves;
    }

    /** One try to make a root, after the roots before it. */
    record Attempt(long root, String making, Leaves.Makings before) {}

    private record Moved(Leaf leaf, boolean grown) {}

    /**
     * Writes those of these chains that moved.
     *
     * @param after the aggregate these follow
     * @param ends the next chains of the source; none for the rest of it
     * @return how many keep an old leaf because they are not what was signed
     */
    Mono<Long> note(Pages<?> pages, String after, List<Kept> ends, Attempt attempt) {
        String last = ends.isEmpty() ? null : ends.getLast().aggregate();
        return leaves.known(Chains.source(pages), after, last, attempt.before())
                .flatMap(known -> Flux.fromIterable(ends)
                        .map(Leaf::of)
                        .filter(now -> !now.equals(known.get(now.aggregate())))
                        .filter(now -> now.number() > 0 || known.containsKey(now.aggregate()))
                        .flatMapSequential(now -> moved(pages, now, known.get(now.aggregate())), AT_ONCE)
                        .collectList()
                        .flatMap(moved -> write(moved, attempt).thenReturn(altered(moved) + gone(known, ends))));
    }

    private Mono<Moved> moved(Pages<?> pages, Leaf now, Leaf known) {
        if (known == null) {
            return Mono.just(new Moved(now, true));
        }
        return now.number() > known.number()
                ? chains.hold(pages, known).map(held -> new Moved(now, held))
                : Mono.just(new Moved(now, false));
    }

    private Mono<Void> write(List<Moved> moved, Attempt attempt) {
        List<Leaf> grown = moved.stream().filter(Moved::grown).map(Moved::leaf).toList();
        return leaves.insert(grown, attempt.root(), attempt.making());
    }

    private static long altered(List<Moved> moved) {
        List<Leaf> altered = moved.stream()
                .filter(Predicate.not(Moved::grown))
                .map(Moved::leaf)
                .toList();
        altered.forEach(leaf -> warn(leaf, "is not what was signed before"));
        return altered.size();
    }

    private static long gone(Map<String, Leaf> known, List<Kept> ends) {
        Set<String> there = ends.stream().map(Kept::aggregate).collect(Collectors.toSet());
        List<Leaf> gone = known.values().stream()
                .filter(leaf -> !there.contains(leaf.aggregate()))
                .toList();
        gone.forEach(leaf -> warn(leaf, "is gone"));
        return gone.size();
    }

    private static void warn(Leaf leaf, String what) {
        LOG.warn("history {} {} {}: the root keeps its old leaf", leaf.source(), leaf.aggregate(), what);
    }
}
