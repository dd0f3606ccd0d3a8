package ir.parvaneh.application.payment;

import com.mongodb.MongoServerException;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.InstantSource;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Nonces of callbacks that were believed; each counts once. */
public final class Nonces {

    private static final int DUPLICATE = 11_000;

    private final MongoCollection<Document> rows;
    private final Duration kept;
    private final InstantSource real;

    /** @param kept for how long, longer than a callback may be on its way */
    public Nonces(MongoCollection<Document> rows, Duration kept, InstantSource real) {
        this.rows = rows;
        this.kept = kept;
        this.real = real;
    }

    /** Forgets those of callbacks that are too old to be believed anyhow. */
    public Mono<Void> forget() {
        long before = real.millis() - kept.toMillis();
        return Mono.from(rows.deleteMany(new Document("at", new Document("$lt", before))))
                .then();
    }

    /** True when this nonce was never used before; from now on it was. */
    public Mono<Boolean> take(String nonce) {
        Document row = new Document("_id", nonce).append("at", real.millis());
        return Mono.from(rows.insertOne(row))
                .map(inserted -> true)
                .onErrorResume(
                        MongoServerException.class,
                        refused -> refused.getCode() == DUPLICATE ? Mono.just(false) : Mono.error(refused));
    }
}
