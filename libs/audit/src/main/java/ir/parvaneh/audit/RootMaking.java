package ir.parvaneh.audit;

import ir.parvaneh.audit.Standing.Attempt;
import ir.parvaneh.chassis.store.Pages;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes roots and shows that a chain stands under one. Replicas may make the same root side by side: the first to store
 * it wins, and what the others wrote counts nowhere.
 */
final class RootMaking {
    private static final int AT_ONCE = 300;
    private static final int MOST_ROOTS = 100_000;

    private final String service;
    private final Chains chains;
    private final Roots roots;
    private final Leaves leaves;
    private final Standing standing;
    private final SigningKeys keys;
    private final InstantSource city;
    private final ZoneId zone;

    /** @param zone where the city's days begin */
    RootMaking(
            String service,
            Chains chains,
            Roots roots,
            Leaves leaves,
            SigningKeys keys,
            InstantSource city,
            ZoneId zone) {
        this.service = service;
        this.chains = chains;
        this.roots = roots;
        this.leaves = leaves;
        this.standing = new Standing(chains, leaves);
        this.keys = keys;
        this.city = city;
        this.zone = zone;
    }

    /** Makes today's root unless one was made since the city's midnight. */
    Mono<Root> daily() {
        return roots.last()
                .map(last -> last.day().isBefore(today()))
                .defaultIfEmpty(true)
                .flatMap(due -> due ? make() : Mono.empty());
    }

    /** Makes a root now; when another replica was faster, that one. */
    Mono<Root> make() {
        return roots.last()
                .map(last -> new Before(last.number(), last.digest()))
                .defaultIfEmpty(new Before(0, ""))
                .flatMap(before -> makings().flatMap(makings -> after(before, makings)));
    }

    private record Before(long number, String digest) {}

    private Mono<Root> after(Before before, Leaves.Makings makings) {
        long number = before.number() + 1;
        Attempt attempt = new Attempt(number, UUID.randomUUID().toString(), makings);
        Leaves.Makings with = makings.with(number, attempt.making());
        return Flux.fromIterable(chains.sources())
                .concatMap(pages -> note(pages, "", attempt))
                .reduce(0L, Long::sum)
                .flatMap(
                        faults -> leaves.of(number, with).map(below -> signed(attempt, before.digest(), below, faults)))
                .flatMap(root -> roots.add(root).switchIfEmpty(Mono.defer(() -> roots.find(number))));
    }

    /** How many chains of the source were found other than they were signed before. */
    private Mono<Long> note(Pages<?> pages, String after, Attempt attempt) {
        return chains.ends(pages, after, AT_ONCE).collectList().flatMap(ends -> standing.note(
                        pages, after, ends, attempt)
                .flatMap(faults -> ends.isEmpty()
                        ? Mono.just(faults)
                        : note(pages, ends.getLast().aggregate(), attempt).map(more -> faults + more)));
    }

    private Root signed(Attempt attempt, String previous, List<Leaf> below, long faults) {
        Instant at = city.instant().truncatedTo(ChronoUnit.MILLIS);
        String root = Hashes.text(tree(below).root());
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("service", service);
        statement.put("number", attempt.root());
        statement.put("day", day(at).toString());
        statement.put("at", at.toString());
        statement.put("size", below.size());
        statement.put("faults", faults);
        statement.put("root", root);
        statement.put("previous", previous);
        String jws = keys.sign(statement);
        return new Root(attempt.root(), day(at), at, below.size(), faults, root, previous, jws, attempt.making());
    }

    private static MerkleTree tree(List<Leaf> below) {
        return new MerkleTree(below.stream().map(Leaf::hash).toList());
    }

    private LocalDate today() {
        return day(city.instant());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private Mono<Leaves.Makings> makings() {
        return roots.after(0, MOST_ROOTS).collectMap(Root::number, Root::making).map(Leaves.Makings::new);
    }

    /** Every leaf that a root was the first to have, behind that place, in the order of source, aggregate and root. */
    Flux<Leaves.Noted> notedAfter(String source, String aggregate, long root) {
        return makings().flatMapMany(makings -> leaves.after(source, aggregate, root, makings));
    }

    /** The leaves of a root, in order. */
    Mono<List<Leaf>> leavesOf(Root root) {
        return makings().flatMap(makings -> leaves.of(root.number(), makings));
    }

    /** Shows for each chain of that aggregate that it stood so under that root; empty when the root has none of it. */
    Flux<Proof> proofs(Root root, String aggregate) {
        return leavesOf(root).flatMapIterable(below -> {
            MerkleTree tree = tree(below);
            return IntStream.range(0, below.size())
                    .filter(index -> below.get(index).aggregate().equals(aggregate))
                    .mapToObj(index -> new Proof(root.statement(), below.get(index), index, tree.path(index)))
                    .toList();
        });
    }
}
