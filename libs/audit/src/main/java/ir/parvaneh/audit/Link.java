package ir.parvaneh.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * One entry of a chain exactly as it lies in the store; nothing about it is believed. What is absent or of the wrong
 * kind is null.
 *
 * @param place the number under whose name it lies
 * @param number the number it says it has
 * @param key what is kept of the command behind it, in one line, or null
 */
record Link(
        long place,
        Long number,
        String source,
        String aggregate,
        String id,
        String type,
        String at,
        String data,
        String traceparent,
        String key,
        String hash) {
    private static final Pattern NAME = Pattern.compile(".*:(\\d{10})", Pattern.DOTALL);
    private static final List<String> KEY = List.of("k", "digest", "first", "last", "status", "etag");

    /** An entry of history; one whose name holds no number has place 0. */
    static Link recorded(BsonDocument entry) {
        Matcher name = NAME.matcher(String.valueOf(text(entry, "_id")));
        return of(
                name.matches() ? Long.parseLong(name.group(1)) : 0,
                text(entry, "source"),
                text(entry, "aggregate"),
                entry);
    }

    /** An entry of an outbox, which says neither its source nor its aggregate. */
    static Link waiting(long place, String source, String aggregate, BsonDocument entry) {
        return of(place, source, aggregate, entry);
    }

    private static Link of(long place, String source, String aggregate, BsonDocument entry) {
        BsonValue number = entry.get("n");
        BsonValue key = entry.get("key");
        return new Link(
                place,
                number != null && number.isNumber() ? number.asNumber().longValue() : null,
                source,
                aggregate,
                text(entry, "id"),
                text(entry, "type"),
                text(entry, "at"),
                text(entry, "data"),
                text(entry, "traceparent"),
                key == null ? null : line(key),
                text(entry, "hash"));
    }

    private static String text(BsonDocument entry, String name) {
        BsonValue value = entry.get(name);
        return value != null && value.isString() ? value.asString().getValue() : null;
    }

    private static String line(BsonValue key) {
        return key.isDocument()
                ? KEY.stream().map(name -> word(key.asDocument().get(name))).collect(Collectors.joining("|"))
                : "";
    }

    private static String word(BsonValue value) {
        return switch (value) {
            case null -> "";
            case BsonValue text when text.isString() -> text.asString().getValue();
            case BsonValue number
            when number.isNumber() -> Long.toString(number.asNumber().longValue());
            default -> "";
        };
    }

    /** Is its hash what follows from that hash before and from all it says? */
    boolean follows(String before) {
        return hash != null && hash.equals(digest(before));
    }

    String digest(String before) {
        String said = Arrays.asList(before, source, aggregate, number, id, type, at, data).stream()
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
        return Hashes.text(Hashes.sha256(said + "\n" + Objects.requireNonNullElse(traceparent, "") + "\n"
                + Objects.requireNonNullElse(key, "")));
    }
}
