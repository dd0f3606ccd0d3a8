package ir.parvaneh.audit;

import ir.parvaneh.chassis.store.Kept;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All chains of this service, in the order of source and aggregate. */
final class Chains {
    /** No aggregate of ours tells more; one that did would be told as cut short. */
    private static final int LONGEST = 100_000;

    private final Store store;

    Chains(Store store) {
        this.store = store;
    }

    /** The chains of this aggregate, one for each source that knows it. */
    Flux<Chain> of(String aggregate) {
        return Flux.fromIterable(sources()).concatMap(pages -> read(pages, aggregate));
    }

    /** Those after that source and aggregate. */
    Flux<Chain> after(String source, String aggregate, int limit) {
        return Flux.fromIterable(sources())
                .filter(pages -> source(pages).compareTo(source) >= 0)
                .concatMap(pages -> ends(pages, source(pages).equals(source) ? aggregate : "", limit)
                        .map(kept -> new Place(pages, kept.aggregate())))
                .take(limit)
                .concatMap(place -> read(place.pages(), place.aggregate()));
    }

    private record Place(Pages<?> pages, String aggregate) {}

    /** How the chains of one source end, by the pages' own words. */
    Flux<Kept> ends(Pages<?> pages, String after, int limit) {
        return pages.keptAfter(after, limit);
    }

    /** Is the entry that the leaf names still in its chain? */
    Mono<Boolean> hold(Pages<?> pages, Leaf leaf) {
        Mono<Boolean> anywhere = read(pages, leaf.aggregate())
                .map(chain -> chain.links().stream().anyMatch(leaf::isOf))
                .defaultIfEmpty(false);
        return pages.recordedAt(leaf.aggregate(), leaf.number())
                .map(Link::recorded)
                .filter(leaf::isOf)
                .hasElement()
                .flatMap(there -> there ? Mono.just(true) : anywhere);
    }

    List<Pages<?>> sources() {
        return store.opened().stream()
                .sorted(Comparator.comparing(Chains::source))
                .toList();
    }

    static String source(Pages<?> pages) {
        return pages.definition().source();
    }

    // What was told while we read lies beyond the page's word: it is read again, and a third time.
    private static Mono<Chain> read(Pages<?> pages, String aggregate) {
        Mono<Chain> once = pages.kept(aggregate)
                .flatMap(kept ->
                        pages.recorded(aggregate, LONGEST).collectList().map(recorded -> chain(kept, recorded)));
        return once.flatMap(first -> first.isAhead() ? once : Mono.just(first))
                .flatMap(second -> second.isAhead() ? once : Mono.just(second));
    }

    private static Chain chain(Kept kept, List<BsonDocument> recorded) {
        long firstWaiting = kept.number() - kept.waiting().size() + 1;
        boolean allRecorded = kept.waiting().isEmpty();
        List<Link> links = new ArrayList<>();
        recorded.stream()
                .map(Link::recorded)
                .filter(link -> allRecorded || link.place() < firstWaiting)
                .forEach(links::add);
        for (int i = 0; i < kept.waiting().size(); i++) {
            links.add(Link.waiting(
                    firstWaiting + i,
                    kept.source(),
                    kept.aggregate(),
                    kept.waiting().get(i)));
        }
        return new Chain(kept.source(), kept.aggregate(), kept.number(), kept.chain(), links);
    }
}
