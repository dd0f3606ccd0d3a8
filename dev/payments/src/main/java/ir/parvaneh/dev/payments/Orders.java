package ir.parvaneh.dev.payments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All orders. Each change is a line of a file before it is answered, so that money survives a restart. */
final class Orders {

    private final Path file;
    private final Map<String, Order> all = new LinkedHashMap<>();

    private Orders(Path file) {
        this.file = file;
    }

    static Orders in(Path folder) {
        try {
            Files.createDirectories(folder);
            Orders orders = new Orders(folder.resolve("orders.jsonl"));
            if (Files.exists(orders.file)) {
                Files.readAllLines(orders.file).forEach(orders::read);
            }
            return orders;
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }

    /** A line that was cut short by a crash was never answered. */
    private void read(String line) {
        if (line.endsWith("}")) {
            Order order = Json.MAPPER.readValue(line, Order.class);
            all.put(order.orderId(), order);
        }
    }

    synchronized Optional<Order> find(String orderId) {
        return Optional.ofNullable(all.get(orderId));
    }

    /** The order of that id, which is this one unless there was one before. */
    synchronized Order open(Order order) {
        Order known = all.get(order.orderId());
        return known == null ? keep(order) : known;
    }

    /** Empty when there is no such order, or when the change does not apply to it as it stands. */
    synchronized Optional<Order> change(String orderId, Order.State from, UnaryOperator<Order> change) {
        return find(orderId).filter(order -> order.state() == from).map(change).map(this::keep);
    }

    synchronized Statement statement() {
        return Statement.of(all.values());
    }

    private Order keep(Order order) {
        String line = Json.MAPPER.writeValueAsString(order) + "\n";
        try {
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
        all.put(order.orderId(), order);
        return order;
    }
}
