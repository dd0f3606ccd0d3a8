package ir.parvaneh.chassis.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.chassis.clock.ClockParts;
import ir.parvaneh.chassis.identity.InternalCalls;
import ir.parvaneh.chassis.identity.ServiceTokens;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Outcome;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.chassis.store.StoreParts;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.KafkaWire;
import ir.parvaneh.chassis.stream.Parked;
import ir.parvaneh.chassis.stream.Reaction;
import ir.parvaneh.chassis.stream.StreamParts;
import ir.parvaneh.chassis.stream.StreamStatus;
import ir.parvaneh.chassis.stream.Streams;
import ir.parvaneh.dev.kafka.EmbeddedKafka;
import ir.parvaneh.dev.store.EmbeddedStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.reactive.function.client.WebClient;

/** The same exchange as in the simulation, between two services on a real broker and the development store. */
class RealExchangeTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(4);
    private static final List<String> FILES =
            IntStream.range(0, 20).mapToObj(i -> "file-" + i).toList();

    @TempDir
    Path directory;

    private final World world = new World(1);
    private EmbeddedStore store;
    private EmbeddedKafka kafka;
    private AnnotationConfigApplicationContext judging;
    private AnnotationConfigApplicationContext desking;
    private Pages<Exchange.File> judge;
    private Pages<Exchange.Desk> desk;

    @BeforeEach
    void start() {
        store = EmbeddedStore.inMemory();
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
        kafka.createTopics(Map.of(Exchange.JUDGE_TOPIC, 2, Exchange.DESK_TOPIC, 2, "clock.events.v1", 1));
        Exchange exchange = new Exchange(world, true);
        judging = context("judge", kafka.bootstrapServers());
        desking = context("desk", kafka.bootstrapServers());
        judge = judging.getBean(Store.class).pages(Exchange.judge());
        desk = desking.getBean(Store.class).pages(Exchange.desk());
        follow(judging, judge, Map.of(Exchange.DESK, Exchange.DESK_TOPIC), exchange.judging());
        follow(desking, desk, Map.of(Exchange.JUDGE, Exchange.JUDGE_TOPIC), exchange.desking());
    }

    private AnnotationConfigApplicationContext context(String service, String bootstrap) {
        var context = new AnnotationConfigApplicationContext();
        Map<String, Object> settings = new HashMap<>();
        settings.put("parvaneh.service", service);
        settings.put("parvaneh.store.uri", store.uri());
        settings.put("parvaneh.stream.bootstrap", bootstrap);
        settings.put("parvaneh.peers.judge", "http://127.0.0.1:1");
        settings.put("parvaneh.peers.desk", "http://127.0.0.1:1");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.getEnvironment().setActiveProfiles("dev");
        context.registerBean(
                InternalCalls.class,
                () -> new InternalCalls(
                        WebClient.create(), new ServiceTokens(WebClient.create(), "http://127.0.0.1:1", "", ""), SOON));
        context.register(StoreParts.class, ClockParts.class, StreamParts.class);
        context.refresh();
        context.getBean(Streams.class).stop();
        return context;
    }

    private static <P> void follow(
            AnnotationConfigApplicationContext context, Pages<P> pages, Map<String, String> topics, Reaction<P> by) {
        Streams streams = context.getBean(Streams.class);
        streams.inbox("exchange", pages, topics, by);
        streams.start();
    }

    @AfterEach
    void stop() {
        judging.close();
        desking.close();
        kafka.close();
        store.close();
    }

    @Test
    void files_go_round_although_the_broker_is_away_for_a_while() {
        FILES.forEach(file -> done(judge, file, Exchange::move));
        FILES.forEach(this::decideSoon);
        await().atMost(SOON).untilAsserted(() -> assertThat(moves()).containsOnly(2L));

        int port = URI.create("kafka://" + kafka.bootstrapServers()).getPort();
        FILES.forEach(this::openSoon);
        kafka.close();
        FILES.forEach(file -> done(desk, file, Exchange::decide));
        FILES.forEach(file -> done(judge, file, page -> Exchange.note(page, file)));
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        status(judging).outbox().get("files").pages())
                .isPositive());
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), port);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(moves()).containsOnly(3L));
        await().atMost(SOON).untilAsserted(() -> assertDrained(judging));
        await().atMost(SOON).untilAsserted(() -> assertDrained(desking));
        assertThat(world.violations).isEmpty();
        assertThat(judge.events("file-3", 1, 100).collectList().block())
                .extracting("number")
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void what_is_no_event_is_parked_and_the_partition_goes_on() {
        KafkaWire wire = judging.getBean(KafkaWire.class);
        wire.send(new ProducerRecord<>(Exchange.JUDGE_TOPIC, 0, "poison", new byte[] {1, 2, 3}))
                .block();
        wire.send(new ProducerRecord<>(Exchange.JUDGE_TOPIC, 1, "poison", null)).block();
        FILES.forEach(file -> done(judge, file, Exchange::move));
        FILES.forEach(this::openSoon);
        assertThat(status(desking).parked()).containsExactly(Map.entry(Parked.Reason.UNREADABLE, 2L));
        Streams streams = desking.getBean(Streams.class);
        streams.parked(null, 10)
                .concatMap(parked -> streams.discard(parked.id()))
                .blockLast();
        await().atMost(SOON).untilAsserted(() -> assertDrained(desking));
    }

    @Test
    void a_service_starts_and_takes_commands_while_the_broker_is_away() {
        try (var alone = context("alone", "127.0.0.1:1")) {
            Pages<Exchange.File> files = alone.getBean(Store.class).pages(Exchange.judge());
            follow(alone, files, Map.of(Exchange.DESK, Exchange.DESK_TOPIC), new Exchange(world, true).judging());
            done(files, "file", Exchange::move);
            assertThat(status(alone).outbox().get("files").pages()).isEqualTo(1);
        }
    }

    private static void assertDrained(AnnotationConfigApplicationContext service) {
        StreamStatus status = status(service);
        assertThat(status.outbox().values())
                .allSatisfy(pending -> assertThat(pending.pages()).isZero());
        assertThat(status.parked()).isEmpty();
    }

    private static StreamStatus status(AnnotationConfigApplicationContext service) {
        return service.getBean(Streams.class).status().block();
    }

    private List<Long> moves() {
        return FILES.stream()
                .map(file -> judge.find(file).block().body().moves())
                .toList();
    }

    private void openSoon(String file) {
        assertThat(desk.waitFor(
                                file,
                                page -> page.tasks().stream()
                                        .anyMatch(t -> t.state().equals("open")),
                                SOON)
                        .block())
                .as("an open task of " + file)
                .isNotNull();
    }

    private void decideSoon(String file) {
        openSoon(file);
        done(desk, file, Exchange::decide);
    }

    private static <P> void done(Pages<P> pages, String id, Function<Page<P>, Verdict<P>> decide) {
        Cause cause = Cause.command("client", UUID.randomUUID().toString(), "digest");
        assertThat(pages.change(id, cause, decide).block(AT_ONCE)).isInstanceOf(Outcome.Done.class);
    }
}
