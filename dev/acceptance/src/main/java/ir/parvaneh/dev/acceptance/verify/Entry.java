package ir.parvaneh.dev.acceptance.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.bson.BsonDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as history or an outbox keeps it.
 *
 * @param number its place in its aggregate's stream, from 1
 * @param trace W3C trace context, or empty
 * @param key caller and idempotency key of the command behind it, or null
 * @param command all that is kept of that command, or empty
 */
record Entry(
        String source,
        String aggregate,
        long number,
        String id,
        String type,
        String at,
        String data,
        String trace,
        String key,
        String command,
        String hash) {

    static Entry of(String source, String aggregate, BsonDocument stored) {
        return new Entry(
                source,
                aggregate,
                stored.getNumber("n").longValue(),
                text(stored, "id"),
                text(stored, "type"),
                text(stored, "at"),
                text(stored, "data"),
                stored.containsKey("traceparent") ? text(stored, "traceparent") : "",
                stored.containsKey("key") ? text(stored.getDocument("key"), "k") : null,
                stored.containsKey("key") ? command(stored.getDocument("key")) : "",
                text(stored, "hash"));
    }

    static Entry ofHistory(BsonDocument stored) {
        return of(text(stored, "source"), text(stored, "aggregate"), stored);
    }

    private static String text(BsonDocument stored, String name) {
        return stored.getString(name).getValue();
    }

    private static String command(BsonDocument key) {
        StringBuilder all = new StringBuilder(text(key, "k")).append('|').append(text(key, "digest"));
        for (String number : new String[] {"first", "last", "status", "etag"}) {
            all.append('|').append(key.getNumber(number).longValue());
        }
        return all.toString();
    }

    String stream() {
        return source + "|" + aggregate;
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(data);
    }

    /** What its hash must be when the event before has that one: written down anew from the description of the chain. */
    String expectedHash(String before) {
        String chained = before + "\n" + source + "\n" + aggregate + "\n" + number + "\n" + id + "\n" + type + "\n" + at
                + "\n" + data + "\n" + trace + "\n" + command;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(chained.getBytes(StandardCharsets.UTF_8)));
    }

    /** A short word for what it says, to compare with what a topic holds. */
    String gist() {
        return gist(id, type, data.getBytes(StandardCharsets.UTF_8));
    }

    static String gist(String id, String type, byte[] data) {
        return id + " " + type + " "
                + Base64.getEncoder().encodeToString(sha256(data)).substring(0, 16);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
