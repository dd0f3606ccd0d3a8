package ir.parvaneh.chassis.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Saves pages of one collection, each by its own compare-and-set. While one command is under way the next saves gather
 * into one, so that a quiet city waits for nothing and a busy one sends fewer. A bulk does not tell which of its updates
 * missed: when not all hit, each is tried once more alone, and who was first with its page then reads its own write as
 * somebody else's. That is no loss: the page is loaded again, and its keys and marks tell.
 */
final class Saves {
    private static final int BULK = 64;

    private final MongoCollection<BsonDocument> pages;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean saving;

    Saves(MongoCollection<BsonDocument> pages) {
        this.pages = pages;
    }

    Mono<Boolean> save(Write write) {
        return Mono.create(sink -> {
            synchronized (this) {
                waiting.add(new Waiting(write, sink));
            }
            next();
        });
    }

    private void next() {
        List<Waiting> bulk = take();
        if (bulk.size() == 1) {
            Waiting only = bulk.getFirst();
            one(only.write())
                    .subscribe(
                            won -> release(() -> only.sink().success(won)),
                            lost -> release(() -> only.sink().error(lost)));
        } else if (!bulk.isEmpty()) {
            allHit(bulk)
                    .subscribe(
                            all -> hit(bulk, all),
                            lost -> release(
                                    () -> bulk.forEach(entry -> entry.sink().error(lost))));
        }
    }

    private synchronized List<Waiting> take() {
        List<Waiting> bulk = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        while (!saving
                && bulk.size() < BULK
                && !waiting.isEmpty()
                && ids.add(waiting.peek().write().id())) {
            bulk.add(waiting.poll());
        }
        saving = saving || !bulk.isEmpty();
        return bulk;
    }

    /** The next bulk may go before those of this one hear. */
    private void release(Runnable tell) {
        synchronized (this) {
            saving = false;
        }
        next();
        tell.run();
    }

    private void hit(List<Waiting> bulk, boolean all) {
        if (all) {
            release(() -> bulk.forEach(entry -> entry.sink().success(true)));
        } else {
            Flux.fromIterable(bulk)
                    .concatMap(this::alone)
                    .doFinally(end -> release(() -> {}))
                    .subscribe();
        }
    }

    private Mono<Boolean> allHit(List<Waiting> bulk) {
        List<WriteModel<BsonDocument>> writes =
                bulk.stream().map(entry -> model(entry.write())).toList();
        return Mono.from(pages.bulkWrite(writes, MongoRows.UNORDERED))
                .map(done -> done.getMatchedCount() + done.getInsertedCount() == writes.size())
                .onErrorReturn(MongoBulkWriteException.class, false);
    }

    private static WriteModel<BsonDocument> model(Write write) {
        return write.expected() == 0
                ? new InsertOneModel<>(MongoWrites.inserted(write))
                : new UpdateOneModel<>(MongoWrites.expected(write), MongoWrites.update(write));
    }

    private Mono<Void> alone(Waiting entry) {
        return one(entry.write())
                .doOnSuccess(entry.sink()::success)
                .doOnError(entry.sink()::error)
                .then()
                .onErrorComplete();
    }

    private Mono<Boolean> one(Write write) {
        return write.expected() == 0
                ? MongoRows.unlessThere(pages.insertOne(MongoWrites.inserted(write)))
                : Mono.from(pages.updateOne(MongoWrites.expected(write), MongoWrites.update(write)))
                        .map(result -> result.getMatchedCount() == 1);
    }

    private record Waiting(Write write, MonoSink<Boolean> sink) {}
}
