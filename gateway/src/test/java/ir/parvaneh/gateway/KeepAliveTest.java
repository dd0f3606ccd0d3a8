package ir.parvaneh.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A fault of Reactor Netty 1.3.6 and 1.3.7 left such connections unread for ever; this guards the version we take. */
class KeepAliveTest {
    @Test
    void a_connection_is_read_on_after_a_queued_request_was_answered_at_once() throws Exception {
        try (Issuer issuer = new Issuer();
                Upstream slow = Upstream.answering(asked -> new Upstream.Answer(
                        200,
                        Map.of("Content-Length", "2"),
                        Mono.delay(Duration.ofMillis(300)).thenReturn("ok")));
                Doorway door = Doorway.open(issuer, Map.of("office", slow.address()));
                Socket socket = new Socket("127.0.0.1", door.port())) {
            socket.setSoTimeout(5000);
            BufferedReader answers = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            ask(socket, "/v1/offices");
            ask(socket, "/nothing-and-known-at-once");
            assertThat(status(answers)).contains(" 200 ");
            assertThat(status(answers)).contains(" 404 ");
            ask(socket, "/nothing-and-known-at-once");
            assertThat(status(answers)).contains(" 404 ");
        }
    }

    private static void ask(Socket socket, String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private static String status(BufferedReader answers) throws IOException {
        String line = answers.readLine();
        while (!line.contains("HTTP/1.1 ")) {
            line = answers.readLine();
        }
        return line;
    }
}
