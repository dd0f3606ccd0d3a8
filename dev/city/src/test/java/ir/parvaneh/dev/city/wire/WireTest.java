package ir.parvaneh.dev.city.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {
    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/echo",
                x -> answer(
                        x,
                        200,
                        x.getRequestHeaders().getFirst("Idempotency-key")
                                + new String(x.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                        false));
        server.createContext("/chunked", x -> answer(x, 200, "[1,2,3]", true));
        server.createContext("/nothing", x -> answer(x, 204, "", false));
        server.createContext(
                "/busy",
                x -> answer(x, calls.incrementAndGet() < 3 ? 503 : 200, "{\"code\":\"dependency-away\"}", false));
        server.createContext("/closing", x -> {
            x.getResponseHeaders().add("Connection", "close");
            answer(x, 200, "bye", false);
        });
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_command_carries_its_key_and_body_and_one_connection_serves_many_calls() throws IOException {
        try (Wire wire = new Wire(address)) {
            for (int i = 0; i < 3; i++) {
                Answer answer = wire.send(Call.post("/echo", "token", "key-" + i, "\"1\"", Map.of("a", i)));
                assertThat(answer.text()).isEqualTo("key-" + i + "{\"a\":" + i + "}");
            }
            assertThat(wire.send(Call.get("/chunked", null)).json()).hasSize(3);
            assertThat(wire.send(Call.get("/nothing", null)).status()).isEqualTo(204);
            assertThat(wire.send(Call.get("/closing", null)).text()).isEqualTo("bye");
            assertThat(wire.send(Call.get("/closing", null)).text()).isEqualTo("bye");
        }
    }

    @Test
    void what_only_the_way_held_up_is_sent_again_until_it_is_judged() {
        try (Caller caller = new Caller(address, Duration.ofSeconds(10))) {
            assertThat(caller.call(Call.get("/busy", null)).status()).isEqualTo(200);
            assertThat(caller.repeated()).isEqualTo(2);
        }
    }

    @Test
    void a_city_that_is_away_for_too_long_is_said_to_be_away() {
        server.stop(0);
        try (Caller caller = new Caller(address, Duration.ofMillis(50))) {
            assertThatThrownBy(() -> caller.call(Call.get("/echo", null))).isInstanceOf(CityAway.class);
        }
    }

    private static void answer(HttpExchange exchange, int status, String text, boolean chunked) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : chunked ? 0 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
