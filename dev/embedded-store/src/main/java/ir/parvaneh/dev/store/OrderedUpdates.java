package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The library goes on after a failed update even when updates are ordered; a real server stops there. */
record OrderedUpdates(Document command) {

    Document run(UnaryOperator<Document> execute) {
        List<?> updates = (List<?>) command.get("updates");
        if (updates.size() < 2 || Boolean.FALSE.equals(command.get("ordered"))) {
            return execute.apply(command);
        }
        return oneByOne(updates, execute);
    }

    private Document oneByOne(List<?> updates, UnaryOperator<Document> execute) {
        int matched = 0;
        int modified = 0;
        List<Object> upserted = new ArrayList<>();
        List<Object> errors = new ArrayList<>();
        for (int i = 0; i < updates.size() && errors.isEmpty(); i++) {
            Document one = command.clone();
            one.put("updates", List.of(updates.get(i)));
            Document reply = execute.apply(one);
            matched += (Integer) reply.get("n");
            modified += (Integer) reply.get("nModified");
            collect(reply, "upserted", i, upserted);
            collect(reply, "writeErrors", i, errors);
        }
        return reply(matched, modified, upserted, errors);
    }

    private static void collect(Document reply, String list, int index, List<Object> all) {
        if (reply.get(list) instanceof Iterable<?> parts) {
            parts.forEach(part -> {
                ((Document) part).put("index", index);
                all.add(part);
            });
        }
    }

    private static Document reply(int matched, int modified, List<Object> upserted, List<Object> errors) {
        Document reply = new Document("n", matched).append("nModified", modified);
        if (!upserted.isEmpty()) {
            reply.append("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            reply.append("writeErrors", errors);
        }
        return Replies.ok(reply);
    }
}
