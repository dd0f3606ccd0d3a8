package ir.parvaneh.application.payment;

import com.mongodb.MongoServerException;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.InstantSource;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Nonces of callbacks that were believed; each counts once. Rows older than a callback may be are of no use any more. */
public final class Nonces {

    private static final int DUPLICATE = 11_000;

    private final MongoCollection<Document> rows;
    private final InstantSource real;

    public Nonces(MongoCollection<Document> rows, InstantSource real) {
        this.rows = rows;
        this.real = real;
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
