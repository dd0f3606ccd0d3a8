package ir.parvaneh.district.insight;

import ir.parvaneh.chassis.store.Head;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.chassis.stream.Owners;
import ir.parvaneh.contracts.Sources;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The same figures from the owners' histories, without any row: what the board must equal. */
public final class Recount {
    private static final int PAGE = 500;
    private static final int AT_ONCE = 16;

    private final Owners owners;
    private final Pages<?> own;

    /** @param own the district's pages, whose history lies here */
    public Recount(Owners owners, Pages<?> own) {
        this.owners = owners;
        this.own = own;
    }

    Flux<Figures> all() {
        return heads().flatMap(head -> figures(head.aggregate()), AT_ONCE);
    }

    private Flux<Head> heads() {
        Function<String, Mono<List<Head>>> after = id -> owners.heads(Sources.FILES, id, PAGE);
        return after.apply("")
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : after.apply(page.getLast().aggregate()))
                .concatMapIterable(page -> page);
    }

    private Mono<Figures> figures(String application) {
        return Flux.concat(
                        told(Sources.FILES, application),
                        told(Sources.OFFICE_PAGES, application),
                        paged(from -> own.events(application, from, PAGE)
                                .map(Incoming::of)
                                .collectList()))
                .reduce(Figures.NONE, Figures::after);
    }

    private Flux<Incoming> told(String source, String application) {
        return paged(from -> owners.events(source, application, from, PAGE));
    }

    private static Flux<Incoming> paged(Function<Long, Mono<List<Incoming>>> from) {
        ToLongFunction<List<Incoming>> next = page -> page.getLast().number() + 1;
        return from.apply(1L)
                .expand(page -> page.size() < PAGE ? Mono.empty() : from.apply(next.applyAsLong(page)))
                .concatMapIterable(page -> page);
    }
}
