package ir.parvaneh.dev.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentSandboxTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    Path data;

    private final List<Called> called = new CopyOnWriteArrayList<>();
    private HttpServer city;
    private PaymentSandbox sandbox;

    private record Called(String timestamp, String nonce, String signature, String body) {
        boolean isGenuine() {
            return Callbacks.signature("dev-callback-secret", timestamp, nonce, body.getBytes())
                    .equals(signature);
        }
    }

    @BeforeEach
    void start() throws IOException {
        city = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        city.createContext("/", exchange -> {
            try (exchange) {
                var headers = exchange.getRequestHeaders();
                called.add(new Called(
                        headers.getFirst("Payment-Timestamp"),
                        headers.getFirst("Payment-Nonce"),
                        headers.getFirst("Payment-Signature"),
                        new String(exchange.getRequestBody().readAllBytes())));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        city.start();
        sandbox = PaymentSandbox.start(0, data, PaymentSandbox.Secrets.DEV);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        city.stop(0);
    }

    @Test
    void an_order_is_opened_once_and_paid_once() throws Exception {
        assertThat(open("a-1", 5_000).statusCode()).isEqualTo(200);
        assertThat(open("a-1", 5_000).statusCode()).isEqualTo(200);
        assertThat(open("a-1", 6_000).statusCode()).isEqualTo(409);
        assertThat(pay("a-1", "{}").body()).contains("\"paid\"");
        assertThat(pay("a-1", "{}").body()).contains("\"paid\"");
        await().atMost(Duration.ofSeconds(5)).until(() -> called.size() == 1);
        assertThat(called.getFirst().isGenuine()).isTrue();
        assertThat(called.getFirst().body()).contains("a-1", "\"paid\"", "5000");
        assertThat(ask("/statement").body()).contains("\"paid\":1", "\"paidRials\":5000");
    }

    @Test
    void callbacks_go_wrong_as_they_are_told_to() throws Exception {
        for (String manner : List.of("lost", "doubled", "late", "forged")) {
            open(manner, 1_000);
            pay(manner, "{\"callback\": \"%s\", \"afterMillis\": 300}".formatted(manner));
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> of("late").size() == 1);
        await().atMost(Duration.ofSeconds(5)).until(() -> of("doubled").size() == 3);
        assertThat(of("lost")).isEmpty();
        assertThat(of("doubled").stream().map(Called::nonce).distinct()).hasSize(2);
        assertThat(of("forged")).hasSize(1).noneMatch(Called::isGenuine);
        assertThat(of("doubled")).allMatch(Called::isGenuine);
    }

    private List<Called> of(String order) {
        return called.stream()
                .filter(one -> one.body().contains('"' + order + '"'))
                .toList();
    }

    @Test
    void money_survives_a_restart() throws Exception {
        open("a-1", 5_000);
        open("a-2", 7_000);
        pay("a-1", "{\"callback\": \"lost\"}");
        sandbox.close();
        sandbox = PaymentSandbox.start(0, data, PaymentSandbox.Secrets.DEV);
        assertThat(ask("/orders/a-1").body()).contains("\"paid\"");
        assertThat(ask("/orders/a-2").body()).contains("\"open\"");
        assertThat(ask("/statement").body()).contains("\"paidRials\":5000");
    }

    @Test
    void what_was_paid_is_given_back_once() throws Exception {
        open("a-1", 5_000);
        assertThat(post("/orders/a-1/refund", "").body()).contains("\"open\"");
        pay("a-1", "{\"callback\": \"lost\"}");
        assertThat(post("/orders/a-1/refund", "").body()).contains("\"refunded\"");
        assertThat(post("/orders/a-1/refund", "").body()).contains("\"refunded\"");
        assertThat(ask("/statement").body()).contains("\"paidRials\":5000", "\"refundedRials\":5000");
    }

    @Test
    void a_part_is_given_back_once_however_often_it_is_said_and_the_rest_later() throws Exception {
        open("a-1", 5_000);
        pay("a-1", "{\"callback\": \"lost\"}");
        assertThat(post("/orders/a-1/refund", "{\"inAllRials\": 2000}").body())
                .contains("\"paid\"", "\"refundedRials\":2000");
        assertThat(post("/orders/a-1/refund", "{\"inAllRials\": 2000}").body()).contains("\"refundedRials\":2000");
        assertThat(post("/orders/a-1/refund", "{\"inAllRials\": 1}").body()).contains("\"refundedRials\":2000");
        assertThat(ask("/statement").body())
                .contains("\"paid\":1", "\"paidRials\":5000", "\"refunded\":1", "\"refundedRials\":2000");
        sandbox.close();
        sandbox = PaymentSandbox.start(0, data, PaymentSandbox.Secrets.DEV);
        assertThat(ask("/orders/a-1").body()).contains("\"refundedRials\":2000");
        assertThat(post("/orders/a-1/refund", "{\"inAllRials\": 9000}").body())
                .contains("\"refunded\"", "\"refundedRials\":5000");
        assertThat(ask("/statement").body()).contains("\"refunded\":1", "\"refundedRials\":5000");
    }

    @Test
    void only_the_city_may_ask() throws Exception {
        HttpRequest stranger =
                HttpRequest.newBuilder(sandbox.url().resolve("/statement")).build();
        assertThat(HTTP.send(stranger, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        assertThat(ask("/orders/none").statusCode()).isEqualTo(404);
        assertThat(post("/orders", "{").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> open(String id, long rials) throws Exception {
        String callback = URI.create("http://127.0.0.1:" + city.getAddress().getPort()) + "/called";
        return post(
                "/orders",
                "{\"orderId\": \"%s\", \"amountRials\": %d, \"callbackUrl\": \"%s\"}".formatted(id, rials, callback));
    }

    private HttpResponse<String> pay(String id, String how) throws Exception {
        return post("/pay/" + id, how);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return HTTP.send(city(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(String path) throws Exception {
        return HTTP.send(city(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder city(String path) {
        return HttpRequest.newBuilder(sandbox.url().resolve(path)).header("Authorization", "Bearer dev-merchant");
    }
}
