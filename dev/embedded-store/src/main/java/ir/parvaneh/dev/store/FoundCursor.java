package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is left of a result, handed out in batches that fit a message. */
final class FoundCursor extends AbstractCursor {

    private static final int FIRST_BATCH = 101;
    private static final int BATCH_BYTES = 16 << 20;

    private final List<Supplier<byte[]>> found;
    private int next;

    FoundCursor(long id, List<Supplier<byte[]>> found) {
        super(id);
        this.found = found;
    }

    /** The first batch when a client does not say how large it should be. */
    synchronized EncodedBatch first(Object batchSize) {
        return take(batchSize instanceof Number number && number.intValue() > 0 ? number.intValue() : FIRST_BATCH);
    }

    /** @param count 0 for as many as fit */
    synchronized EncodedBatch take(int count) {
        List<byte[]> batch = new ArrayList<>();
        int bytes = 0;
        while (next < found.size() && (count <= 0 || batch.size() < count)) {
            byte[] document = found.get(next).get();
            bytes += document.length;
            if (bytes > BATCH_BYTES && !batch.isEmpty()) {
                break;
            }
            batch.add(document);
            next++;
        }
        return new EncodedBatch(batch);
    }

    @Override
    public synchronized boolean isEmpty() {
        return next == found.size();
    }

    @Override
    public List<Document> takeDocuments(int count) {
        return take(count).documents().stream().map(Row::decode).toList();
    }
}
