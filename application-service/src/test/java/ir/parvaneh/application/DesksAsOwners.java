package ir.parvaneh.application;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.stream.Incoming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.springframework.web.util.UriComponentsBuilder;

/** The other services' internal doors: they know what a test has them keep beside the topic, and nothing else. */
final class DesksAsOwners implements AutoCloseable {

    private final Map<String, List<Incoming>> kept = new ConcurrentHashMap<>();
    private final HttpServer server;

    DesksAsOwners() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** An event that has not come to the topic. */
    void keeps(Incoming event) {
        kept.computeIfAbsent(event.source() + event.aggregate(), none -> new CopyOnWriteArrayList<>())
                .add(event);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asked = UriComponentsBuilder.fromUriString(exchange.getRequestURI().toString())
                .build()
                .getQueryParams()
                .toSingleValueMap();
        String page = URLDecoder.decode(asked.get("source"), StandardCharsets.UTF_8) + asked.get("aggregate");
        long from = Long.parseLong(asked.getOrDefault("from", "1"));
        List<Incoming> found = kept.getOrDefault(page, List.of()).stream()
                .filter(event -> event.number() >= from)
                .toList();
        byte[] bytes = Shape.json().writeValueAsBytes(found);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
