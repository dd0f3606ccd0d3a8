package ir.parvaneh.chassis.store;

import java.util.Arrays;
import java.util.Base64;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * What is remembered of a command: never its body. A page carries 32 of these through every write, so names and digests
 * are kept as 128 bits of their SHA-256: enough that no two keys of a caller are ever taken for one.
 */
public record Key(String key, String digest, long first, long last, int status, long etag) {

    private static final int BRIEF = 16;
    private static final int CALLER_LETTERS = 11;

    static String name(String callerId, String idempotencyKey) {
        return brief(callerId).substring(0, CALLER_LETTERS) + "|" + brief(idempotencyKey);
    }

    /** The first 128 bits of the text's SHA-256, in base64 for addresses, without padding. */
    static String brief(String text) {
        byte[] digest = Sha256.of(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BRIEF));
    }

    /** All of it in one line, as the chain of a history seals it. */
    String text() {
        return String.join(
                "|",
                key,
                digest,
                Long.toString(first),
                Long.toString(last),
                Integer.toString(status),
                Long.toString(etag));
    }

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
