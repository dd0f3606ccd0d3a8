package ir.parvaneh.dev.allinone;

import ir.parvaneh.dev.issuer.IssuerApplication;
import ir.parvaneh.dev.kafka.EmbeddedKafka;
import ir.parvaneh.dev.payments.PaymentSandbox;
import ir.parvaneh.dev.store.EmbeddedStore;
import ir.parvaneh.dev.store.StoreCounters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A city that runs in this JVM. Closing it stops its parts in the order in which they need each other. */
public final class AllInOne implements AutoCloseable {
    private static final int PARTITIONS = 4;
    private static final List<String> TOPICS =
            List.of("applications.events.v1", "offices.events.v1", "districts.events.v1", "notifications.events.v1");

    private final Ports ports;
    private final Path data;
    private final Consumer<String> progress;
    private final ConcurrentLinkedDeque<AutoCloseable> running = new ConcurrentLinkedDeque<>();
    private volatile EmbeddedStore store;
    private volatile PaymentSandbox payments;

    private AllInOne(Ports ports, Path data, Consumer<String> progress) {
        this.ports = ports;
        this.data = data;
        this.progress = progress;
    }

    /**
     * Starts every part and returns when all of them answer.
     *
     * @param data where store, broker and issuer keep what survives a restart
     * @param progress told of each part that is up
     * @throws StartFailed naming the part that did not start; the others are stopped again
     */
    public static AllInOne start(Ports ports, Path data, Consumer<String> progress) {
        AllInOne city = new AllInOne(ports, data, progress);
        try {
            city.startGround();
            city.startParts();
            city.warmUp();
            return city;
        } catch (StartFailed failed) {
            city.close();
            throw failed;
        }
    }

    private void startGround() {
        SeedFiles.write(data.resolve("seed"));
        together(Map.of(
                "store", this::startStore,
                "broker", this::startBroker,
                "issuer", this::startIssuer,
                "payments", this::startPayments));
    }

    private AutoCloseable startStore() {
        try {
            store = EmbeddedStore.start(data.resolve("store"), ports.store());
            return store;
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }

    private AutoCloseable startBroker() {
        EmbeddedKafka broker = EmbeddedKafka.start(data.resolve("broker"), ports.broker());
        Map<String, Integer> topics = new LinkedHashMap<>();
        TOPICS.forEach(topic -> topics.put(topic, PARTITIONS));
        topics.put("clock.events.v1", 1);
        broker.createTopics(topics);
        return broker;
    }

    private AutoCloseable startIssuer() {
        return IssuerApplication.start(
                "--server.port=" + ports.issuer(),
                "--issuer.data=" + data.resolve("issuer"),
                "--spring.main.register-shutdown-hook=false",
                "--spring.jmx.enabled=false");
    }

    private AutoCloseable startPayments() {
        payments = PaymentSandbox.start(ports.payments(), data.resolve("payments"), PaymentSandbox.Secrets.DEV);
        return payments;
    }

    private void startParts() {
        Map<String, Callable<AutoCloseable>> starts = new LinkedHashMap<>();
        List<String> shared = shared();
        Arrays.stream(Part.values()).forEach(part -> starts.put(part.title(), () -> part.start(ports, shared)));
        together(starts);
    }

    private void together(Map<String, Callable<AutoCloseable>> starts) {
        Map<String, Future<?>> started = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("start-", 0).factory())) {
            starts.forEach((name, start) -> started.put(name, threads.submit(() -> startOne(name, start))));
        }
        started.forEach(AllInOne::orFail);
    }

    private Void startOne(String name, Callable<AutoCloseable> start) throws Exception {
        long began = System.nanoTime();
        running.push(start.call());
        progress.accept("%-21s up after %.1f s".formatted(name, (System.nanoTime() - began) / 1e9));
        return null;
    }

    private static void orFail(String name, Future<?> started) {
        try {
            started.get();
        } catch (ExecutionException failed) {
            throw new StartFailed(name, failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed(name, e);
        }
    }

    private List<String> shared() {
        Path seed = data.resolve("seed");
        return Stream.of(
                        "spring.profiles.active=dev",
                        "spring.main.banner-mode=off",
                        "spring.main.log-startup-info=false",
                        "spring.jmx.enabled=false",
                        "management.observations.enable.all=false",
                        "server.address=127.0.0.1",
                        "PARVANEH_STORE_URI=mongodb://127.0.0.1:" + ports.store(),
                        "PARVANEH_STREAM_BOOTSTRAP=127.0.0.1:" + ports.broker(),
                        "PARVANEH_ISSUER=" + issuer(),
                        "PARVANEH_APPLICATIONS_URL=" + local(ports.application()),
                        "PARVANEH_OFFICES_URL=" + local(ports.office()),
                        "PARVANEH_DISTRICTS_URL=" + local(ports.district()),
                        "PARVANEH_NOTIFICATIONS_URL=" + local(ports.notification()),
                        "PARVANEH_PAYMENTS_URL=" + local(ports.payments()),
                        "PARVANEH_PUBLIC_URL=" + gateway(),
                        "PARVANEH_CONTENT=" + data.resolve("content"),
                        "PARVANEH_SEED_OFFICES=" + seed.resolve("offices.json"),
                        "PARVANEH_SEED_ENGINEERS=" + seed.resolve("engineers.json"),
                        "PARVANEH_VISIT_SAME_DAY=true",
                        "PARVANEH_KEYS=" + data.resolve("keys"),
                        "PARVANEH_KEYS_CREATE=true",
                        "parvaneh.store.held=300")
                .map(property -> "--" + property)
                .toList();
    }

    private void warmUp() {
        new WarmUp(gateway(), issuer()).run();
    }

    /** Where everybody calls. */
    public URI gateway() {
        return local(ports.gateway());
    }

    /** Where tokens come from. */
    public URI issuer() {
        return local(ports.issuer());
    }

    public Ports ports() {
        return ports;
    }

    /** What the store has done, for tests that bound the cost of a step. */
    public StoreCounters storeCounters() {
        return store.counters();
    }

    /** Where people pay in this city. */
    public PaymentSandbox payments() {
        return payments;
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Stops the last started first: the gateway and the services before broker and store. */
    @Override
    public void close() {
        List<AutoCloseable> parts = new ArrayList<>();
        for (AutoCloseable part = running.poll(); part != null; part = running.poll()) {
            parts.add(part);
        }
        parts.forEach(this::stop);
    }

    private void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception accident) {
            progress.accept("while stopping: " + accident);
        }
    }
}
