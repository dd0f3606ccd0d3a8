package ir.parvaneh.chassis.store;

import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** What is remembered of a command: never its body. */
public record Key(String key, String digest, long first, long last, int status, long etag) {

    BsonDocument bson() {
        return new BsonDocument("k", new BsonString(key))
                .append("digest", new BsonString(digest))
                .append("first", new BsonInt64(first))
                .append("last", new BsonInt64(last))
                .append("status", new BsonInt64(status))
                .append("etag", new BsonInt64(etag));
    }

    static Key of(BsonDocument stored) {
        return new Key(
                stored.getString("k").getValue(),
                stored.getString("digest").getValue(),
                stored.getInt64("first").getValue(),
                stored.getInt64("last").getValue(),
                (int) stored.getInt64("status").getValue(),
                stored.getInt64("etag").getValue());
    }
}
