package ir.parvaneh.application;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.TestIssuer;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.dev.kafka.EmbeddedKafka;
import ir.parvaneh.dev.payments.PaymentSandbox;
import ir.parvaneh.dev.store.EmbeddedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service over HTTP on an embedded store and an embedded broker; started once for all tests. */
final class TestCity {

    static final TestCity CITY = new TestCity();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final TestIssuer issuer = new TestIssuer();
    final DesksAsOwners desks = new DesksAsOwners();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;
    private final KafkaProducer<String, byte[]> producer;

    /** Its callbacks do not find the service here: the reconciliation does. */
    private final PaymentSandbox payments = PaymentSandbox.start(0, folder(), PaymentSandbox.Secrets.DEV);

    private TestCity() {
        EmbeddedStore store = EmbeddedStore.inMemory();
        EmbeddedKafka kafka = EmbeddedKafka.start(folder(), 0);
        kafka.createTopics(Map.of(
                "applications.events.v1", 2, "offices.events.v1", 2, "districts.events.v1", 2, "clock.events.v1", 1));
        context = new SpringApplicationBuilder(ApplicationService.class)
                .web(WebApplicationType.REACTIVE)
                .properties(Map.of("spring.config.name", "application-service"))
                .run(
                        "--server.port=0",
                        "--parvaneh.store.uri=" + store.uri(),
                        "--parvaneh.stream.bootstrap=" + kafka.bootstrapServers(),
                        "--parvaneh.issuer=" + issuer.url(),
                        "--parvaneh.peers.offices=" + desks.address(),
                        "--parvaneh.peers.districts=" + desks.address(),
                        "--parvaneh.payments.provider-url=" + payments.url(),
                        "--parvaneh.payments.reconcile-after=PT0.1S",
                        "--parvaneh.payments.reconcile-each=PT0.1S",
                        "--parvaneh.content.folder=" + folder(),
                        "--parvaneh.papers.look-each=PT5S",
                        "--spring.main.banner-mode=off");
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            payments.close();
            kafka.close();
        }));
    }

    CityClock clock() {
        return context.getBean(CityClock.class);
    }

    /** The process of a file as its page keeps it, as JSON. */
    JsonNode page(String id) {
        Pages<ApplicationFile> files = files();
        return JSON.readTree(
                JSON.writeValueAsString(files.find(id).block().body().process()));
    }

    Pages<ApplicationFile> files() {
        return context.<Pages<ApplicationFile>>getBeanProvider(
                        ResolvableType.forClassWithGenerics(Pages.class, ApplicationFile.class))
                .getObject();
    }

    Answer get(Person person, String path, String... headers) {
        return send(request(person, path, headers).GET());
    }

    /** A creation, under a key of its own. */
    Answer post(Person person, String path, Object body, String... headers) {
        return sends(
                person, path, JSON.writeValueAsString(body), UUID.randomUUID().toString(), headers);
    }

    /** The body as it is, under this key; no key when null. */
    Answer sends(Person person, String path, String body, String key, String... headers) {
        HttpRequest.Builder request = request(person, path, headers).POST(BodyPublishers.ofString(body));
        request.header("Content-Type", "application/json");
        return send(key == null ? request : request.header("Idempotency-Key", key));
    }

    /** Pays where a payment's answer said. */
    void pay(String payUrl) {
        send(HttpRequest.newBuilder(URI.create(payUrl)).POST(BodyPublishers.ofString("{\"callback\": \"lost\"}")))
                .is(200);
    }

    Answer put(Person person, String path, Object body, String... headers) {
        HttpRequest.Builder request = request(person, path, headers)
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .header("Content-Type", "application/json");
        return send(request);
    }

    Answer delete(Person person, String path, String... headers) {
        return send(request(person, path, headers)
                .DELETE()
                .header("Idempotency-Key", UUID.randomUUID().toString()));
    }

    /** Bytes as they are, by any method. */
    Answer carries(Person person, String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        return send(request(person, path, headers).method(method, body).timeout(Duration.ofMinutes(2)));
    }

    /** Whatever is there, as bytes. */
    HttpResponse<byte[]> bytes(Person person, String path) {
        try {
            return http.send(request(person, path).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where a raw socket may knock. */
    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private HttpRequest.Builder request(Person person, String path, String... headers) {
        String port = context.getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return person == null
                ? request
                : request.header("Authorization", "Bearer " + issuer.token(person.id(), person::claim));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Puts an event of a desk's page on its topic. */
    void tell(String topic, String source, String aggregate, long number, String type, Object data) {
        var record = new ProducerRecord<>(topic, aggregate, JSON.writeValueAsBytes(data));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", source + aggregate + number);
        header(record, "ce_source", source);
        header(record, "ce_type", type);
        header(record, "ce_subject", aggregate);
        header(record, "ce_time", clock().now().toString());
        header(record, "ce_sequence", Long.toString(number));
        try {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static java.nio.file.Path folder() {
        try {
            return Files.createTempDirectory("kafka");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
