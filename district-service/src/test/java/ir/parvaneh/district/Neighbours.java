package ir.parvaneh.district;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ir.parvaneh.chassis.identity.TestKeys;
import ir.parvaneh.chassis.store.Head;
import ir.parvaneh.chassis.store.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.springframework.web.util.UriComponentsBuilder;

/** Who the service talks to: an issuer with its key, and owners that serve what a {@link City} has told. */
final class Neighbours implements AutoCloseable {
    static final String SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
             "required": ["levyCurrent"], "additionalProperties": false,
             "properties": {"levyCurrent": {"type": "boolean"}}}""";

    private final TestKeys keys = new TestKeys();
    private final HttpServer server;
    private final City city;

    Neighbours(City city) {
        this.city = city;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param claims roles and where he belongs */
    String token(String personId, Map<String, Object> claims) {
        return keys.signed(address(), personId, Instant.now().plusSeconds(600), set -> claims.forEach(set::claim));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asked = UriComponentsBuilder.fromUri(exchange.getRequestURI()).build();
        String path = asked.getPath();
        var query = asked.getQueryParams().toSingleValueMap();
        Object body =
                switch (path) {
                    case "/oauth2/jwks" -> keys.jwks();
                    case "/oauth2/token" ->
                        Map.of("access_token", token("self", Map.of("roles", List.of("service"))), "expires_in", 600);
                    case "/internal/heads" -> heads(decoded(query.get("source")), query.get("after"));
                    case "/internal/events" ->
                        city.told(decoded(query.get("source")), query.get("aggregate")).stream()
                                .filter(event -> event.number() >= Long.parseLong(query.get("from")))
                                .toList();
                    default -> SCHEMA;
                };
        byte[] bytes = (body instanceof String text ? text : Shape.json().writeValueAsString(body))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private List<Head> heads(String source, String after) {
        return city.aggregates(source).stream()
                .filter(id -> after == null || id.compareTo(after) > 0)
                .sorted()
                .map(id -> new Head(id, city.told(source, id).size()))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
