package ir.parvaneh.dev.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** One request through the gateway, put together header by header. A header set to null is left out. */
final class Ask {
    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String method;
    private final URI uri;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte[] body = {};

    Ask(String method, String path) {
        this.method = method;
        this.uri = URI.create(RunningCity.here().gateway() + path);
    }

    static Ask get(String path) {
        return new Ask("GET", path);
    }

    /** A command with a key of its own. */
    static Ask post(String path, Object body) {
        return new Ask("POST", path).key(UUID.randomUUID().toString()).json(body);
    }

    Ask as(Person person) {
        return person.isNobody() ? this : header("Authorization", "Bearer " + person.token());
    }

    Ask key(String key) {
        return header("Idempotency-Key", key);
    }

    Ask ifMatch(String etag) {
        return header("If-Match", etag);
    }

    /** Wait for the verdict, as long as a slow machine needs. */
    Ask waiting() {
        return header("Prefer", "wait=20");
    }

    Ask header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Ask json(Object content) {
        return raw(JSON.writeValueAsString(content));
    }

    Ask raw(String content) {
        body = content.getBytes(StandardCharsets.UTF_8);
        return header("Content-Type", "application/json");
    }

    /** A part of a file. */
    Ask bytes(byte[] part) {
        body = part;
        return header("Content-Type", "application/offset+octet-stream");
    }

    HttpRequest request() {
        var publisher = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        var request = HttpRequest.newBuilder(uri).method(method, publisher).timeout(PATIENCE);
        headers.forEach((name, value) -> {
            if (value != null) {
                request.header(name, value);
            }
        });
        return request.build();
    }

    Reply send() {
        try {
            return Reply.of(HTTP.send(request(), BodyHandlers.ofByteArray()));
        } catch (IOException accident) {
            throw new UncheckedIOException(method + " " + uri, accident);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
