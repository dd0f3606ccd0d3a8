package ir.parvaneh.application.slip;

import com.mongodb.MongoServerException;
import com.mongodb.reactivestreams.client.MongoCollection;
import ir.parvaneh.chassis.store.Sha256;
import ir.parvaneh.iran.BillId;
import java.nio.ByteBuffer;
import org.bson.Document;
import reactor.core.publisher.Mono;

/**
 * One bill identifier for each file, and no two files with the same. The number follows from the file's id; where
 * another file has it already, the next one is tried. The insert is the check, so replicas agree without a counter.
 */
final class BillNumbers {

    private static final int DUPLICATE = 11_000;
    private static final int FILES = 100_000_000;

    private final MongoCollection<Document> rows;

    BillNumbers(MongoCollection<Document> rows) {
        this.rows = rows;
    }

    Mono<BillId> of(String applicationId, int districtNo) {
        return of(applicationId, districtNo, 0);
    }

    private Mono<BillId> of(String applicationId, int districtNo, int round) {
        BillId bill = BillId.of(number(applicationId, round), districtNo, BillId.MUNICIPALITY);
        return take(bill, applicationId)
                .flatMap(taken -> taken ? Mono.just(bill) : of(applicationId, districtNo, round + 1));
    }

    private Mono<Boolean> take(BillId bill, String applicationId) {
        Document row = new Document("_id", bill.value()).append("applicationId", applicationId);
        return Mono.from(rows.insertOne(row))
                .map(inserted -> true)
                .onErrorResume(
                        MongoServerException.class,
                        refused -> refused.getCode() == DUPLICATE ? isOf(bill, applicationId) : Mono.error(refused));
    }

    private Mono<Boolean> isOf(BillId bill, String applicationId) {
        return Mono.from(rows.find(new Document("_id", bill.value())).first())
                .map(row -> applicationId.equals(row.getString("applicationId")));
    }

    private static int number(String applicationId, int round) {
        byte[] hash = Sha256.of(applicationId + "#" + round);
        return (int) Math.floorMod(ByteBuffer.wrap(hash).getLong(), (long) FILES);
    }
}
