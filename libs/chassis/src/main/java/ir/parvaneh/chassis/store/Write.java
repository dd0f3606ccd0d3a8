package ir.parvaneh.chassis.store;

import java.util.List;
import org.bson.BsonDocument;

/**
 * One compare-and-set of one page.
 *
 * @param expected version it replaces; 0 inserts
 * @param set dotted paths to values, version and number among them
 * @param unset dotted paths that go
 * @param outbox appended to {@code outbox}
 * @param key appended to {@code keys}; null for none
 * @param keysKept how many of the last keys stay
 * @param pendingSince real time in milliseconds when the page has something to tell, else null
 * @param earliest keep the earlier {@code pendingSince} of the stored one and this
 */
public record Write(
        String id,
        long expected,
        BsonDocument set,
        List<String> unset,
        List<BsonDocument> outbox,
        BsonDocument key,
        int keysKept,
        Long pendingSince,
        boolean earliest) {}
