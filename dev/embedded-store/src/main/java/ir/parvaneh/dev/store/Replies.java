package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.function.Supplier;

/** The shapes in which results leave. */
final class Replies {

    private Replies() {}

    /** The first batch of a result; what does not fit waits under a cursor. */
    static Document found(String namespace, List<Supplier<byte[]>> found, Document command, CursorRegistry cursors) {
        FoundCursor cursor = new FoundCursor(cursors.generateCursorId(), found);
        Object batchSize = command.get("batchSize");
        if (command.get("cursor") instanceof Document options) {
            batchSize = options.get("batchSize");
        }
        EncodedBatch batch = cursor.first(batchSize);
        boolean done = cursor.isEmpty() || Boolean.TRUE.equals(command.get("singleBatch"));
        if (!done) {
            cursors.add(cursor);
        }
        return batch(namespace, "firstBatch", batch, done ? 0 : cursor.getId());
    }

    static Document next(String namespace, FoundCursor cursor, Document command, CursorRegistry cursors) {
        int size = command.get("batchSize") instanceof Number number ? number.intValue() : 0;
        EncodedBatch batch = cursor.take(size);
        boolean done = cursor.isEmpty();
        if (done) {
            cursors.remove(cursor);
        }
        return batch(namespace, "nextBatch", batch, done ? 0 : cursor.getId());
    }

    private static Document batch(String namespace, String name, EncodedBatch batch, long cursorId) {
        return ok(new Document(
                "cursor", new Document("id", cursorId).append("ns", namespace).append(name, batch)));
    }

    static Document ok(Document reply) {
        return reply.append("ok", 1.0);
    }
}
