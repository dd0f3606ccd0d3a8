package ir.parvaneh.chassis.simulation;

import ir.parvaneh.chassis.stream.Parked;
import ir.parvaneh.chassis.stream.Parking;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Parked events in memory. */
final class ModelParking implements Parking {
    private final World world;
    private final World.Process process;
    private final Map<String, Parked> parked;

    ModelParking(World world, World.Process process, Map<String, Parked> parked) {
        this.world = world;
        this.process = process;
        this.parked = parked;
    }

    static Map<String, Parked> empty() {
        return new TreeMap<>();
    }

    @Override
    public Mono<Void> put(List<Parked> all) {
        return world.call(process, () -> {
            all.forEach(one -> parked.merge(one.id(), one, ModelParking::again));
            return null;
        });
    }

    private static Parked again(Parked old, Parked now) {
        return new Parked(old.id(), old.inbox(), old.page(), now.reason(), old.since(), now.note(), old.event());
    }

    @Override
    public Flux<Parked> waiting(String inbox, int limit) {
        return several(() -> back().sorted(Comparator.comparing(Parked::since)).limit(limit));
    }

    @Override
    public Flux<Parked> ofStream(String inbox, String source, String aggregate, int limit) {
        return several(() -> back().filter(one -> of(one, source, aggregate))
                .sorted(Comparator.comparingLong(one -> one.event().number()))
                .limit(limit));
    }

    private Flux<Parked> several(java.util.function.Supplier<Stream<Parked>> found) {
        return world.call(process, () -> found.get().toList()).flatMapIterable(all -> all);
    }

    private Stream<Parked> back() {
        return parked.values().stream()
                .filter(one -> one.reason() == Parked.Reason.GAP || one.reason() == Parked.Reason.UNSAVED);
    }

    private static boolean of(Parked one, String source, String aggregate) {
        return one.event().source().equals(source) && one.event().aggregate().equals(aggregate);
    }

    @Override
    public Mono<Void> forgetUpTo(String inbox, String source, String aggregate, long number) {
        return world.call(process, () -> {
            parked.values()
                    .removeIf(one -> of(one, source, aggregate)
                            && one.event().number() <= number
                            && one.reason() != Parked.Reason.FORKED);
            return null;
        });
    }

    @Override
    public Mono<Parked> find(String id) {
        return world.call(process, () -> parked.get(id));
    }

    @Override
    public Flux<Parked> list(Parked.Reason reason, int limit) {
        return several(() -> parked.values().stream().limit(limit));
    }

    @Override
    public Mono<Void> forget(String id) {
        return world.call(process, () -> {
            parked.remove(id);
            return null;
        });
    }

    @Override
    public Mono<Map<Parked.Reason, Long>> count() {
        return world.call(process, () -> parked.values().stream()
                .collect(Collectors.groupingBy(Parked::reason, Collectors.counting())));
    }
}
