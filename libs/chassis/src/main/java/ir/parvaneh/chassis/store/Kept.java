package ir.parvaneh.chassis.store;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * How an aggregate's chain ends, by the word of its page: the anchor of the last entry of its history.
 *
 * @param number of its last event
 * @param chain hash of its last event; empty when it told none
 * @param waiting outbox entries as they are stored, which history may not have yet
 */
public record Kept(String source, String aggregate, long number, String chain, List<BsonDocument> waiting) {

    static Kept of(String source, BsonDocument page) {
        return new Kept(
                source,
                page.getString("_id").getValue(),
                page.getNumber("number").longValue(),
                page.getString("chain").getValue(),
                page.getArray("outbox", new BsonArray()).stream()
                        .map(BsonValue::asDocument)
                        .toList());
    }
}
