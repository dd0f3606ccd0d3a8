package ir.parvaneh.chassis.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries events from pages to the topic: the events of one aggregate in order, the next after the ack of the one
 * before, aggregates side by side. No lease and no leader: any relay may carry any page, as it starts at the oldest
 * event not pruned; readers drop what they get twice. What is on the topic goes to history and leaves the outbox in
 * batches, whenever {@link #flush} is called.
 */
final class Relay {
    private static final int BATCH = 64;
    private static final int MOST_LANES = 5_000;

    private final Shelf shelf;
    private final Wire wire;
    private final String topic;
    private final boolean inOrder;
    private final RowWriter rows;
    private final BiConsumer<Prune, Boolean> pruned;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final AtomicBoolean flushing = new AtomicBoolean();

    /** @param pruned is told what left which page, and whether it is known to be settled */
    Relay(Shelf shelf, Wire wire, String topic, Rules rules, BiConsumer<Prune, Boolean> pruned) {
        this.shelf = shelf;
        this.wire = wire;
        this.topic = topic;
        this.inOrder = rules.relayInOrder();
        this.rows = new RowWriter(shelf);
        this.pruned = pruned;
    }

    /** Takes a page on; when there are too many, the sweeper comes back for it. */
    void offer(Offer offer) {
        if (lanes.size() >= MOST_LANES && !lanes.containsKey(offer.id())) {
            return;
        }
        Lane lane = lanes.compute(offer.id(), (id, present) -> (present == null ? new Lane() : present).take(offer));
        if (!offer.rows().isEmpty()) {
            rows.write(offer.rows(), lane::rowsWritten);
        }
        pump(lane);
    }

    private void pump(Lane lane) {
        Event next = lane.next(inOrder);
        if (next == null) {
            return;
        }
        wire.send(topic, next).subscribe(x -> {}, failure -> lane.sendFailed(), () -> {
            lane.acked(next);
            pump(lane);
        });
        if (!inOrder) {
            pump(lane);
        }
    }

    /** Moves what was sent into history and out of the outboxes. */
    Mono<Void> flush() {
        if (!flushing.compareAndSet(false, true)) {
            return Mono.empty();
        }
        return Flux.fromIterable(due())
                .buffer(BATCH)
                .concatMap(this::settle)
                .then()
                .doFinally(end -> flushing.set(false));
    }

    private List<Lane.Due> due() {
        List<Lane.Due> due = new ArrayList<>();
        lanes.forEach((id, lane) -> {
            Lane.Due part = lane.due(id);
            if (part != null) {
                due.add(part);
            }
            forgetIdle(id);
        });
        return due;
    }

    private Mono<Void> settle(List<Lane.Due> batch) {
        List<org.bson.BsonDocument> entries = batch.stream()
                .flatMap(due -> due.events().stream())
                .map(Event::historyEntry)
                .toList();
        Mono<Void> recorded = entries.isEmpty() ? Mono.empty() : shelf.append(entries);
        List<Prune> prunes = batch.stream().map(Lane.Due::prune).toList();
        return recorded.then(Mono.defer(() -> shelf.prune(prunes)))
                .doOnNext(all -> batch.forEach(due -> settled(due, all)))
                .then();
    }

    private void settled(Lane.Due due, boolean all) {
        String id = due.prune().id();
        pruned.accept(due.prune(), all && due.prune().version() > 0);
        lanes.computeIfPresent(id, (same, lane) -> {
            lane.settled(due);
            return lane;
        });
        forgetIdle(id);
    }

    private void forgetIdle(String id) {
        lanes.computeIfPresent(id, (same, lane) -> lane.idle() ? null : lane);
    }
}
