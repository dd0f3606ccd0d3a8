package ir.parvaneh.chassis.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final int KEPT = 2_000;
    private static final int MOST_LANES = 5_000;

    private final Shelf shelf;
    private final Wire wire;
    private final String topic;
    private final boolean inOrder;
    private final RowWriter rows;
    private final BiConsumer<Prune, Boolean> pruned;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Set<String> awake = ConcurrentHashMap.newKeySet();
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
        List<Row> fresh = new ArrayList<>();
        Lane lane =
                lanes.compute(offer.id(), (id, present) -> taken(present == null ? new Lane() : present, offer, fresh));
        if (!fresh.isEmpty()) {
            rows.write(fresh, lane::rowsWritten);
        }
        awake.add(offer.id());
        pump(lane);
    }

    private static Lane taken(Lane lane, Offer offer, List<Row> fresh) {
        fresh.addAll(lane.take(offer));
        return lane;
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
        for (String id : awake) {
            Lane lane = lanes.get(id);
            Lane.Due part = lane == null ? null : lane.due(id);
            if (part != null) {
                due.add(part);
            }
            restIfIdle(id);
        }
        forgetTheIdle();
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
        restIfIdle(id);
    }

    private void restIfIdle(String id) {
        lanes.compute(id, (same, lane) -> {
            if (lane == null || lane.idle()) {
                awake.remove(id);
            }
            return lane;
        });
    }

    // An idle lane is kept for what it knows: a page written from a memory of before the last prune offers again what
    // is
    // on the topic already.
    private void forgetTheIdle() {
        if (lanes.size() > KEPT) {
            lanes.keySet().forEach(id -> lanes.computeIfPresent(id, (same, lane) -> lane.idle() ? null : lane));
        }
    }
}
