package ir.parvaneh.chassis.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes rows in bulk: while one bulk is under way the next one gathers, so that a quiet city waits for nothing. */
final class RowWriter {
    private static final int BULK = 256;

    private final Shelf shelf;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean writing;

    RowWriter(Shelf shelf) {
        this.shelf = shelf;
    }

    void write(List<Row> rows, Consumer<Boolean> done) {
        synchronized (this) {
            waiting.add(new Waiting(rows, done));
        }
        next();
    }

    private void next() {
        List<Waiting> bulk = take();
        if (!bulk.isEmpty()) {
            shelf.upsert(latest(bulk)).subscribe(x -> {}, failure -> finish(bulk, false), () -> finish(bulk, true));
        }
    }

    private synchronized List<Waiting> take() {
        if (writing || waiting.isEmpty()) {
            return List.of();
        }
        List<Waiting> head = waiting.subList(0, Math.min(BULK, waiting.size()));
        List<Waiting> bulk = List.copyOf(head);
        head.clear();
        writing = true;
        return bulk;
    }

    private void finish(List<Waiting> bulk, boolean all) {
        synchronized (this) {
            writing = false;
        }
        bulk.forEach(entry -> entry.done().accept(all));
        next();
    }

    private static List<Row> latest(List<Waiting> bulk) {
        Map<String, Row> rows = new HashMap<>();
        for (Waiting entry : bulk) {
            for (Row row : entry.rows()) {
                rows.merge(row.collection() + "|" + row.id(), row, (a, b) -> a.changed() > b.changed() ? a : b);
            }
        }
        return List.copyOf(rows.values());
    }

    private record Waiting(List<Row> rows, Consumer<Boolean> done) {}
}
