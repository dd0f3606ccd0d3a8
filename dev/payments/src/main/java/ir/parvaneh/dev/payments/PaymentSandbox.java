package ir.parvaneh.dev.payments;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;

/**
 * The provider, running. The city, by its merchant secret: {@code POST /orders}, {@code GET /orders/{id}}, {@code POST
 * /orders/{id}/refund} with {@code {"inAllRials": 5000}}, or all of it without, {@code GET /statement}. A person, by the address he was sent to: {@code POST /pay/{id}} with
 * {@code {"callback": "plain|lost|doubled|late|forged", "afterMillis": 3000, "outcome": "paid|failed"}}, all of it
 * optional.
 */
public final class PaymentSandbox implements AutoCloseable {

    private static final int LARGEST = 16_384;
    private static final long USUAL_DELAY = 3_000;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Orders orders;
    private final Callbacks callbacks;
    private final String merchant;

    private PaymentSandbox(HttpServer server, Orders orders, Callbacks callbacks, String merchant) {
        this.server = server;
        this.orders = orders;
        this.callbacks = callbacks;
        this.merchant = merchant;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    /** By what the city and the provider know each other. */
    public record Secrets(String merchant, String callback) {
        /** Development's own. */
        public static final Secrets DEV = new Secrets("dev-merchant", "dev-callback-secret");
    }

    /** Starts on the loopback address; port 0 takes a free one. */
    public static PaymentSandbox start(int port, Path data, Secrets secrets) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            PaymentSandbox sandbox =
                    new PaymentSandbox(server, Orders.in(data), new Callbacks(secrets.callback()), secrets.merchant());
            server.setExecutor(sandbox.threads);
            server.createContext("/", sandbox::answer);
            server.start();
            return sandbox;
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many callbacks were sent so far. */
    public long callbacksSent() {
        return callbacks.sent();
    }

    /** The body of an order to be opened. */
    private record Opening(String orderId, Long amountRials, String callbackUrl) {
        boolean isWhole() {
            return orderId != null && amountRials != null && amountRials > 0 && callbackUrl != null;
        }
    }

    /** What a person does, and how it shall be called back; every member may be left out. */
    private record Paying(Manner callback, Long afterMillis, Order.State outcome) {
        Paying {
            callback = callback == null ? Manner.PLAIN : callback;
            afterMillis = afterMillis == null ? USUAL_DELAY : afterMillis;
            outcome = outcome == null ? Order.State.PAID : outcome;
        }
    }

    /** How much of an order shall have been given back in all; all of it when nothing is said. */
    private record Refund(Long inAllRials) {
        long inAll(Order order) {
            return inAllRials == null ? order.amountRials() : inAllRials;
        }
    }

    private record Answer(int status, Object body) {
        static Answer no(int status, String code) {
            return new Answer(status, Map.of("code", code));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answered(exchange);
            byte[] body = Json.MAPPER.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answered(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST);
        String[] path = exchange.getRequestURI().getPath().split("/");
        String what = exchange.getRequestMethod() + " " + (path.length > 1 ? path[1] : "");
        String id = path.length > 2 ? path[2] : "";
        try {
            if (what.equals("POST pay")) {
                return pay(id, body);
            }
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            return ("Bearer " + merchant).equals(token) ? forTheCity(what, path, id, body) : Answer.no(401, "who-asks");
        } catch (JacksonException unreadable) {
            return Answer.no(400, "unreadable");
        }
    }

    private Answer forTheCity(String what, String[] path, String id, byte[] body) {
        return switch (what) {
            case "POST orders" -> path.length == 2 ? open(body) : refund(id, body);
            case "GET orders" -> known(orders.find(id));
            case "GET statement" -> new Answer(200, orders.statement());
            default -> Answer.no(404, "no-such-path");
        };
    }

    private Answer open(byte[] body) {
        Opening asked = Json.MAPPER.readValue(body, Opening.class);
        if (!asked.isWhole()) {
            return Answer.no(400, "unreadable");
        }
        String payUrl = url() + "/pay/" + asked.orderId();
        Order order = orders.open(new Order(
                asked.orderId(), Order.State.OPEN, asked.amountRials(), asked.callbackUrl(), payUrl, null, null, null));
        return order.amountRials() == asked.amountRials() ? new Answer(200, order) : Answer.no(409, "another-amount");
    }

    /** Naming the sum in all, a repeated call gives nothing more back. */
    private Answer refund(String id, byte[] body) {
        Refund asked = body.length == 0 ? new Refund(null) : Json.MAPPER.readValue(body, Refund.class);
        orders.change(id, Order.State.PAID, order -> order.givenBack(asked.inAll(order)));
        return known(orders.find(id));
    }

    private static Answer known(Optional<Order> order) {
        return order.map(found -> new Answer(200, found)).orElseGet(() -> Answer.no(404, "no-such-order"));
    }

    /** A second payment of the same order finds it paid and changes nothing. */
    private Answer pay(String id, byte[] body) {
        Paying how = body.length == 0 ? new Paying(null, null, null) : Json.MAPPER.readValue(body, Paying.class);
        Optional<Order> done = orders.change(id, Order.State.OPEN, order -> finished(order, how));
        done.ifPresent(order -> callbacks.tell(order, how.callback(), Duration.ofMillis(how.afterMillis())));
        return known(orders.find(id));
    }

    private static Order finished(Order order, Paying how) {
        if (how.outcome() == Order.State.FAILED) {
            return order.in(Order.State.FAILED);
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String reference = "%d%06d"
                .formatted(now.toEpochMilli(), Math.floorMod(order.orderId().hashCode(), 1_000_000));
        return order.paid(reference, now.toString());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        callbacks.close();
    }
}
