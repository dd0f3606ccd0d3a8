package ir.parvaneh.application.people;

import com.mongodb.reactivestreams.client.MongoCollection;
import ir.parvaneh.chassis.clock.CityClock;
import java.util.UUID;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Who read whose personal data, when, and what for; append-only. */
final class ReadingLedger {

    private final MongoCollection<Document> readings;
    private final CityClock clock;

    ReadingLedger(MongoCollection<Document> readings, CityClock clock) {
        this.readings = readings;
        this.clock = clock;
    }

    Mono<Void> readBy(String reader, String personId, String purpose) {
        Document reading = new Document("_id", UUID.randomUUID().toString())
                .append("personId", personId)
                .append("reader", reader)
                .append("purpose", purpose)
                .append("at", clock.now().toString());
        return Mono.from(readings.insertOne(reading)).then();
    }
}
