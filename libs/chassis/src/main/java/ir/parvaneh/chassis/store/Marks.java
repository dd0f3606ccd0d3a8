package ir.parvaneh.chassis.store;

import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.Document;

/** How marks stand in a document: under a name without dots and dollars, so that a path can reach each alone. */
public final class Marks {
    private Marks() {}

    /** The path of a mark in a document. */
    public static String path(Mark mark) {
        return "marks." + name(mark);
    }

    /** Its name among the marks. */
    public static String name(Mark mark) {
        return escaped(mark.stream());
    }

    public static Document document(Mark mark) {
        return new Document("n", mark.number()).append("id", mark.eventId());
    }

    /** A mark as {@link #document} made it. */
    public static Mark of(String name, Document stored) {
        return of(name, stored.getLong("n"), stored.getString("id"));
    }

    static BsonDocument bson(Mark mark) {
        return new BsonDocument("n", new BsonInt64(mark.number())).append("id", new BsonString(mark.eventId()));
    }

    static Mark of(String name, BsonDocument stored) {
        return of(
                name, stored.getNumber("n").longValue(), stored.getString("id").getValue());
    }

    private static Mark of(String name, long number, String eventId) {
        String stream = name.replace("%24", "$").replace("%2E", ".").replace("%25", "%");
        int bar = stream.indexOf('|');
        return new Mark(stream.substring(0, bar), stream.substring(bar + 1), number, eventId);
    }

    private static String escaped(String stream) {
        boolean plain = stream.indexOf('.') < 0 && stream.indexOf('%') < 0 && stream.indexOf('$') < 0;
        return plain ? stream : stream.replace("%", "%25").replace(".", "%2E").replace("$", "%24");
    }
}
