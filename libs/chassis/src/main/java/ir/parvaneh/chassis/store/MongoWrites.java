package ir.parvaneh.chassis.store;

import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/** A write in the words of the store: one update that sets and pushes, never one that replaces. */
final class MongoWrites {
    private MongoWrites() {}

    static BsonDocument expected(Write write) {
        return new BsonDocument("_id", new BsonString(write.id())).append("version", new BsonInt64(write.expected()));
    }

    static BsonDocument update(Write write) {
        BsonDocument update = new BsonDocument("$set", write.set());
        if (!write.unset().isEmpty()) {
            BsonDocument gone = new BsonDocument();
            write.unset().forEach(path -> gone.append(path, new BsonString("")));
            update.append("$unset", gone);
        }
        BsonDocument push = pushed(write);
        if (!push.isEmpty()) {
            update.append("$push", push);
        }
        if (write.pendingSince() != null) {
            BsonDocument since = new BsonDocument("pendingSince", new BsonInt64(write.pendingSince()));
            update.append("$min", since);
        }
        return update;
    }

    private static BsonDocument pushed(Write write) {
        BsonDocument push = new BsonDocument();
        if (!write.outbox().isEmpty()) {
            push.append("outbox", new BsonDocument("$each", new BsonArray(write.outbox())));
        }
        if (write.key() != null) {
            push.append(
                    "keys", new BsonDocument("$each", keys(write)).append("$slice", new BsonInt32(-write.keysKept())));
        }
        return push;
    }

    private static BsonArray keys(Write write) {
        BsonArray keys = new BsonArray();
        if (write.key() != null) {
            keys.add(write.key());
        }
        return keys;
    }

    /** The first write of a page, as a document: its paths are at most two names long. */
    static BsonDocument inserted(Write write) {
        BsonDocument page = new BsonDocument("_id", new BsonString(write.id()));
        page.append("version", write.set().get("version"));
        page.append("body", new BsonDocument()).append("marks", new BsonDocument());
        for (Map.Entry<String, BsonValue> entry : write.set().entrySet()) {
            place(page, entry.getKey(), entry.getValue());
        }
        page.append("outbox", new BsonArray(write.outbox())).append("keys", keys(write));
        if (write.pendingSince() != null) {
            page.append("pendingSince", new BsonInt64(write.pendingSince()));
        }
        return page;
    }

    static void place(BsonDocument page, String path, BsonValue value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            page.append(path, value);
        } else {
            page.getDocument(path.substring(0, dot)).append(path.substring(dot + 1), value);
        }
    }
}
