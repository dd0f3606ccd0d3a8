package ir.parvaneh.chassis.stream;

import ir.parvaneh.chassis.clock.Turns;
import ir.parvaneh.chassis.store.Head;
import ir.parvaneh.chassis.store.Mark;
import ir.parvaneh.chassis.web.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How events come in: taken in, parked, brought back, and fetched from their owner when the topic did not bring them. */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final Duration ALARM = Duration.ofSeconds(60);
    private static final int SWEEP = 500;
    private static final int CHUNK = 200;

    private final String name;
    private final Set<String> sources;
    private final Book book;
    private final Parking parking;
    private final Owners owners;
    private final InstantSource real;
    private final LongAdder skipped = new LongAdder();
    private final Turns healing = new Turns("what is missed", 1);

    Intake(String name, Set<String> sources, Book book, Parking parking, Owners owners, InstantSource real) {
        this.name = name;
        this.sources = Set.copyOf(sources);
        this.book = book;
        this.parking = parking;
        this.owners = owners;
        this.real = real;
    }

    String name() {
        return name;
    }

    /** Events of sources that are none of our concern. */
    long skipped() {
        return skipped.sum();
    }

    /** Who reads this event here; null when nobody does. */
    String pageOf(Incoming event) {
        return sources.contains(event.source()) ? book.pageOf(event) : null;
    }

    /** Whether it may change what reads it; what cannot be read is to be parked and not to wait. */
    boolean matters(Incoming event) {
        try {
            return book.matters(event);
        } catch (RuntimeException unreadable) {
            return true;
        }
    }

    /** Takes a poll in; completes when every event of it is taken in, dropped or parked. */
    Mono<Void> accept(List<Incoming> batch) {
        Map<String, List<Incoming>> byPage = new LinkedHashMap<>();
        for (Incoming event : batch) {
            String page = pageOf(event);
            if (page == null) {
                skipped.increment();
            } else {
                byPage.computeIfAbsent(page, none -> new ArrayList<>()).add(event);
            }
        }
        return byPage.isEmpty() ? Mono.empty() : book.absorb(byPage).flatMap(this::park);
    }

    // After parking the mark is read again: who was ahead of us may have looked into the parking before we came.
    private Mono<Void> park(List<Book.Entry> left) {
        if (left.isEmpty()) {
            return Mono.empty();
        }
        return parking.put(left.stream().map(this::parked).toList())
                .thenMany(Flux.fromIterable(streams(left)))
                .concatMap(this::settle)
                .then();
    }

    private Parked parked(Book.Entry entry) {
        Fold.Left left = entry.left();
        if (!left.reason().comesBack()) {
            log(left);
        }
        return Parked.of(name, entry.page(), left.reason(), real.instant(), left.note(), left.event());
    }

    private void log(Fold.Left left) {
        Incoming event = left.event();
        try (var _ = Trace.accept(event.traceparent()).inLog()) {
            LOG.warn("{} parks {} {} as {}: {}", name, event.stream(), event.number(), left.reason(), left.note());
        }
    }

    private static Set<Stream> streams(List<Book.Entry> left) {
        return left.stream()
                .filter(entry -> entry.left().reason() == Parked.Reason.GAP)
                .map(entry -> new Stream(
                        entry.page(),
                        entry.left().event().source(),
                        entry.left().event().aggregate()))
                .collect(Collectors.toSet());
    }

    /** Brings back what may be taken in now, and forgets what was taken in. */
    private Mono<Void> settle(Stream stream) {
        return parking.ofStream(name, stream.source(), stream.aggregate(), CHUNK)
                .map(Parked::event)
                .collectList()
                .flatMap(events -> events.isEmpty()
                        ? Mono.just(List.<Book.Entry>of())
                        : book.absorb(Map.of(stream.page(), events)))
                .flatMap(left -> parking.put(left.stream().map(this::parked).toList()))
                .then(mark(stream))
                .flatMap(mark -> parking.forgetUpTo(name, stream.source(), stream.aggregate(), mark));
    }

    private Mono<Long> mark(Stream stream) {
        return Mono.defer(() -> book.marks(List.of(stream.page())))
                .map(pages -> number(pages, stream.page(), Mark.stream(stream.source(), stream.aggregate())));
    }

    private static long number(Map<String, Map<String, Mark>> pages, String page, String stream) {
        Mark mark = pages.getOrDefault(page, Map.of()).get(stream);
        return mark == null ? 0 : mark.number();
    }

    /** To be called each second: what is parked comes back, and after a minute is asked for at its owner. */
    Mono<Void> sweep() {
        Flux<Map.Entry<Stream, Instant>> waiting = Flux.defer(() -> parking.waiting(name, SWEEP))
                .collectList()
                .flatMapIterable(parked -> oldest(parked).entrySet());
        return healing.each(
                waiting, entry -> entry.getKey().toString(), entry -> sweep(entry.getKey(), entry.getValue()));
    }

    private Mono<Void> sweep(Stream stream, Instant since) {
        Instant alarm = real.instant().minus(ALARM);
        return settle(stream).then(since.isBefore(alarm) ? alarm(stream) : Mono.empty());
    }

    private static Map<Stream, Instant> oldest(List<Parked> parked) {
        return parked.stream()
                .collect(Collectors.toMap(
                        p -> new Stream(p.page(), p.event().source(), p.event().aggregate()),
                        Parked::since,
                        (a, b) -> a.isBefore(b) ? a : b,
                        LinkedHashMap::new));
    }

    private Mono<Void> alarm(Stream stream) {
        return mark(stream).flatMap(mark -> {
            LOG.warn("{} misses {} {} after {}", name, stream.source(), stream.aggregate(), mark);
            return heal(stream, mark);
        });
    }

    private Mono<Void> heal(Stream stream, long mark) {
        return owners.events(stream.source(), stream.aggregate(), mark + 1, CHUNK)
                .filter(events -> !events.isEmpty())
                .flatMap(events -> book.absorb(Map.of(stream.page(), events)))
                .flatMap(this::park)
                .then(Mono.defer(() -> settle(stream)));
    }

    /** Fetches what owners know of the aggregates that have the page's id and this has not read; fails when one is away. */
    Mono<Void> catchUp(String page) {
        return Flux.fromIterable(sources)
                .map(source -> new Stream(page, source, page))
                .concatMap(stream -> mark(stream).flatMap(mark -> heal(stream, mark)))
                .then();
    }

    /** To be called on start and hourly: asks the owner of every source how far its streams are. */
    Mono<Void> checkHeads() {
        return Flux.fromIterable(sources)
                .concatMap(source -> checkHeads(source, ""))
                .then();
    }

    private Mono<Void> checkHeads(String source, String after) {
        return owners.heads(source, after, CHUNK)
                .flatMap(heads -> heads.isEmpty()
                        ? Mono.empty()
                        : healBehind(source, heads)
                                .then(Mono.defer(
                                        () -> checkHeads(source, heads.getLast().aggregate()))));
    }

    private Mono<Void> healBehind(String source, List<Head> heads) {
        Map<Stream, Long> numbers = new LinkedHashMap<>();
        for (Head head : heads) {
            String page = pageOf(source, head);
            if (page != null) {
                numbers.put(new Stream(page, source, head.aggregate()), head.number());
            }
        }
        return book.marks(numbers.keySet().stream().map(Stream::page).distinct().toList())
                .flatMap(pages -> healing.each(Flux.fromIterable(numbers.keySet()), Stream::toString, stream -> {
                    long mark = number(pages, stream.page(), Mark.stream(source, stream.aggregate()));
                    return mark < numbers.get(stream) ? heal(stream, mark) : Mono.empty();
                }));
    }

    private String pageOf(String source, Head head) {
        return book.pageOf(new Incoming(source, head.aggregate(), 0, "", "", Instant.EPOCH, null, new byte[0]));
    }

    /** An operator had a cause removed: the event is tried again. */
    Mono<Void> replay(Parked parked) {
        return again(parked, parked.event());
    }

    /** An operator gives an event up: its number counts as read, its content as unknown. */
    Mono<Void> discard(Parked parked) {
        return again(parked, parked.event().discarded());
    }

    private Mono<Void> again(Parked parked, Incoming event) {
        Mono<Void> gone = parking.forget(parked.id());
        if (!sources.contains(event.source()) || parked.reason() == Parked.Reason.FORKED) {
            return gone;
        }
        Stream stream = new Stream(parked.page(), event.source(), event.aggregate());
        return gone.then(Mono.defer(() -> book.absorb(Map.of(parked.page(), List.of(event)))))
                .flatMap(this::park)
                .then(Mono.defer(() -> settle(stream)));
    }

    /** One aggregate's stream as one page reads it. */
    private record Stream(String page, String source, String aggregate) {}
}
