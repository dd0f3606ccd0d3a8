package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A file's live stream, read as it comes until it is closed. */
final class LiveLines implements AutoCloseable {
    private final InputStream body;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LiveLines(InputStream body) {
        this.body = body;
    }

    /** @param lastSeen what Last-Event-ID says, or null */
    static LiveLines of(PermitFile file, Person reader, String lastSeen) {
        Ask ask = Ask.get("/v1/applications/" + file.id + "/stream")
                .as(reader)
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", lastSeen);
        try {
            HttpResponse<InputStream> answer = Ask.HTTP.send(ask.request(), BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            var live = new LiveLines(answer.body());
            Thread.ofVirtual().name("live-lines").start(live::read);
            return live;
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException closed) {
            lines.add("closed");
        }
    }

    List<Long> ids() {
        return fields("id:").map(Long::valueOf).toList();
    }

    List<String> types() {
        return fields("event:").toList();
    }

    List<String> data() {
        return fields("data:").toList();
    }

    /** Comments: they say nothing but keep the line open. */
    long heartbeats() {
        return lines.stream().filter(line -> line.startsWith(":")).count();
    }

    private java.util.stream.Stream<String> fields(String name) {
        return lines.stream().filter(line -> line.startsWith(name)).map(line -> line.substring(name.length())
                .strip());
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }
}
