package ir.parvaneh.chassis.stream;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Pending;
import ir.parvaneh.chassis.store.Rules;
import ir.parvaneh.chassis.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything of one service that runs by itself: relays, listeners, sweepers, heads checks, and their figures. */
public final class Streams implements SmartLifecycle {
    /** What is on the topic leaves the outboxes in batches: nobody waits for it, and each batch is two writes. */
    private static final Duration FLUSH = Duration.ofMillis(300);

    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration FIGURES = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration HOURLY = Duration.ofHours(1);

    private final Store store;
    private final KafkaWire wire;
    private final Parking parking;
    private final Owners owners;
    private final Listening.Kafka kafka;
    private final InstantSource real;
    private final MeterRegistry meters;
    private final List<Listening> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Mono<Long>> counts = new ConcurrentHashMap<>();
    private Ticking ticking;
    private volatile StreamStatus figures;

    Streams(
            Store store,
            KafkaWire wire,
            Parking parking,
            Owners owners,
            Listening.Kafka kafka,
            InstantSource real,
            MeterRegistry meters) {
        this.store = store;
        this.wire = wire;
        this.parking = parking;
        this.owners = owners;
        this.kafka = kafka;
        this.real = real;
        this.meters = meters;
        this.figures = new StreamStatus(kafka.service(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    /**
     * Has pages follow other aggregates' events.
     *
     * @param name of the inbox within this service; also its consumer group's
     * @param topics the topic of each source to read; other sources on these topics are skipped
     */
    public <P> Inbox<P> inbox(String name, Pages<P> pages, Map<String, String> topics, Reaction<P> reaction) {
        var inbox = new Inbox<>(name, pages, topics.keySet(), reaction, parking, owners, real, Rules.ALL);
        listen(inbox.intake(), topics, kafka.prompt());
        count("parvaneh.stream.ignored", name, inbox, Inbox::ignored);
        return inbox;
    }

    /** Has rows follow events. */
    public Projection projection(String name, Map<String, String> topics, Projection.Definition definition) {
        LongAdder ignored = new LongAdder();
        var rows = store.rows(definition.collection(), definition.indexes());
        var book = new RowBook(store, rows, definition.change(), ignored);
        var intake = new Intake(name, definition.sources(), book, parking, owners, real);
        listen(intake, topics, kafka.gathering());
        count("parvaneh.stream.ignored", name, ignored, LongAdder::sum);
        return new Projection(intake, ignored);
    }

    /** Adds a figure of the service's own to its status, for example {@code decisionsWithoutVerdict}. */
    public void count(String name, Mono<Long> count) {
        counts.put(name, count);
    }

    private void listen(
            Intake intake, Map<String, String> topics, DefaultKafkaConsumerFactory<String, byte[]> consumers) {
        Set<String> names = new HashSet<>(topics.values());
        listeners.add(new Listening(intake, parking, real, names, kafka, consumers));
        count("parvaneh.stream.skipped", intake.name(), intake, Intake::skipped);
    }

    private <T> void count(String meter, String inbox, T of, ToDoubleFunction<T> value) {
        FunctionCounter.builder(meter, of, value).tag("inbox", inbox).register(meters);
    }

    public Mono<StreamStatus> status() {
        Mono<Map<String, Pending>> outbox = Flux.fromIterable(store.opened())
                .concatMap(pages -> pages.pending()
                        .map(pending -> Map.entry(pages.definition().collection(), pending)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        Mono<Map<String, Long>> own = Flux.fromIterable(counts.entrySet())
                .concatMap(entry -> entry.getValue().map(count -> Map.entry(entry.getKey(), count)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        return Mono.zip(outbox, parking.count(), own)
                .map(all -> new StreamStatus(kafka.service(), all.getT1(), all.getT2(), lag(), all.getT3()));
    }

    private Map<String, Long> lag() {
        Map<String, Long> lag = new java.util.TreeMap<>();
        listeners.forEach(listening -> lag.put(listening.name(), listening.lag()));
        return lag;
    }

    /** Tries a parked event again, now that its cause is gone; empty when there is none of that id. */
    public Mono<Parked> replay(String id) {
        return parking.find(id)
                .flatMap(parked -> of(parked, intake -> intake.replay(parked)).thenReturn(parked));
    }

    /** Gives a parked event up: what follows it goes on as if it had said nothing. */
    public Mono<Parked> discard(String id) {
        return parking.find(id)
                .flatMap(parked -> of(parked, intake -> intake.discard(parked)).thenReturn(parked));
    }

    public Flux<Parked> parked(Parked.Reason reason, int limit) {
        return parking.list(reason, limit);
    }

    public Mono<Parked> parked(String id) {
        return parking.find(id);
    }

    private Mono<Void> of(Parked parked, java.util.function.Function<Intake, Mono<Void>> act) {
        return listeners.stream()
                .map(Listening::intake)
                .filter(intake -> intake.name().equals(parked.inbox()))
                .findFirst()
                .map(act)
                .orElseGet(() -> parking.forget(parked.id()));
    }

    @Override
    public synchronized void start() {
        ticking = new Ticking();
        store.opened().forEach(this::run);
        listeners.forEach(this::run);
        ticking.each(FIGURES, "figures", () -> status().doOnNext(now -> figures = now)
                .then());
        for (Parked.Reason reason : Parked.Reason.values()) {
            Gauge.builder("parvaneh.parked", this, s -> s.figures.parked().getOrDefault(reason, 0L))
                    .tags(Tags.of("reason", reason.name()))
                    .register(meters);
        }
    }

    private void run(Pages<?> pages) {
        String name = pages.definition().collection();
        wire.known(pages.definition().topic()).subscribe(known -> {}, away -> {});
        ticking.each(FLUSH, "history of " + name, pages::flush);
        ticking.each(SWEEP, "sweep of " + name, pages::sweep);
        Gauge.builder("parvaneh.outbox.pages", this, s -> s.pendingOf(name))
                .tag("collection", name)
                .register(meters);
    }

    private long pendingOf(String collection) {
        Pending pending = figures.outbox().get(collection);
        return pending == null ? 0 : pending.pages();
    }

    private void run(Listening listening) {
        Intake intake = listening.intake();
        listening.start();
        ticking.each(SWEEP, "parked at " + intake.name(), intake::sweep);
        ticking.startingAfter(SOON, HOURLY, "heads for " + intake.name(), intake::checkHeads);
        Gauge.builder("parvaneh.stream.lag", listening, Listening::lag)
                .tag("inbox", intake.name())
                .register(meters);
    }

    @Override
    public synchronized void stop() {
        listeners.forEach(Listening::stop);
        ticking.dispose();
        ticking = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return ticking != null;
    }
}
