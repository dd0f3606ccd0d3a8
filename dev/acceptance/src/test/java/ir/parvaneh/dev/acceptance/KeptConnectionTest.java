package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Many clients send a request's head first and its body after; a refusal in between must not cost them the next answer. */
final class KeptConnectionTest {
    private static final int TIMES = 400;
    private static final int ANSWER_MILLIS = 15_000;

    @Test
    void a_refused_command_leaves_its_connection_fit_for_the_next() throws IOException {
        Person citizen = new Person("citizen-0231");
        String refused = head("POST", "/v1/tasks/none.1/decision", citizen, 40_000);
        String next = head("GET", "/v1/me/todo", citizen, 0);
        try (Socket socket = open()) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int n = 0; n < TIMES; n++) {
                send(socket, refused);
                send(socket, " ".repeat(20_000));
                send(socket, " ".repeat(20_000));
                assertThat(status(in)).as("refusal " + n).isEqualTo(403);
                send(socket, next);
                assertThat(status(in)).as("the one after refusal " + n).isEqualTo(200);
            }
        }
    }

    private static Socket open() throws IOException {
        Socket socket = new Socket("127.0.0.1", RunningCity.here().gateway().getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(ANSWER_MILLIS);
        return socket;
    }

    private static String head(String method, String path, Person person, int length) {
        return method + " " + path + " HTTP/1.1\r\nHost: city\r\nAuthorization: Bearer " + person.token()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static void send(Socket socket, String part) throws IOException {
        socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Reads one answer to its end. */
    private static int status(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (String header = line(in).toLowerCase(Locale.ROOT);
                !header.isEmpty();
                header = line(in).toLowerCase(Locale.ROOT)) {
            length = header.startsWith("content-length:")
                    ? Integer.parseInt(header.substring(15).strip())
                    : length;
            chunked |= header.equals("transfer-encoding: chunked");
        }
        if (chunked) {
            skipChunks(in);
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private static void skipChunks(InputStream in) throws IOException {
        int size;
        do {
            size = Integer.parseInt(line(in), 16);
            in.skipNBytes(size);
            line(in);
        } while (size > 0);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the gateway closed the connection");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
