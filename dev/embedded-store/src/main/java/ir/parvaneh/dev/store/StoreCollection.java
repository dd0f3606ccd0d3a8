package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A collection as the library sees it: the library parses updates and computes what a document becomes, the
 * {@link Table} finds and keeps. The library's own index list stays empty.
 */
final class StoreCollection extends AbstractMongoCollection<Row> {

    private final Table table;
    private final Search search;
    private boolean firstOnly;

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            Table table,
            StoreCounters counters) {
        super(database, name, options, cursors);
        this.table = table;
        this.search = new Search(table, counters);
    }

    Table table() {
        return table;
    }

    /** @param limit 0 or less for all */
    List<Search.Hit> find(Document query, Document orderBy, int skip, int limit) {
        return search.find(query, orderBy, skip, limit);
    }

    /** Like {@link #find}, with only the fields asked for. */
    List<byte[]> project(Document query, Document orderBy, int skip, int limit, Document projection) {
        Stream<Document> found = find(query, orderBy, skip, limit).stream().map(Search.Hit::document);
        QueryResult projected = matchDocumentsFromStream(found, new Document(), null, 0, 0, 0, projection);
        return projected.collectDocuments().stream().map(Row::encode).toList();
    }

    /** Builds an index over what is there. */
    void build(IndexSpec spec, Document description) {
        changing(() -> {
            table.addIndex(spec, description);
            return null;
        });
    }

    private <T> T changing(Supplier<T> work) {
        Lock lock = table.lock.writeLock();
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document projection) {
        boolean one = limit <= 0 && table.lock.isWriteLockedByCurrentThread() && firstOnly;
        Stream<Document> found =
                find(query, orderBy, skip, one ? 1 : limit).stream().map(Search.Hit::document);
        return matchDocumentsFromStream(found, new Document(), null, 0, 0, batchSize, projection);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document projection) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, projection);
    }

    @Override
    public void addDocument(Document document) {
        changing(() -> {
            super.addDocument(document);
            return null;
        });
    }

    @Override
    public Document updateDocuments(
            Document selector, Document update, ArrayFilters arrayFilters, boolean multi, boolean upsert, Oplog oplog) {
        return changing(() -> {
            Edit edit = multi || !arrayFilters.isEmpty() ? null : Edit.of(update);
            Document done = edit == null ? null : edited(selector, edit, upsert);
            return done == null ? updated(selector, update, arrayFilters, multi, upsert, oplog) : done;
        });
    }

    /** Null when this is not an edit for the document that was found. */
    private Document edited(Document selector, Edit edit, boolean upsert) {
        List<Search.Hit> hits = find(selector, null, 0, 1);
        if (hits.isEmpty()) {
            return upsert ? null : outcome(0, 0);
        }
        return switch (table.edit(hits.getFirst().row(), hits.getFirst().document(), edit)) {
            case CHANGED -> outcome(1, 1);
            case UNCHANGED -> outcome(1, 0);
            case LEFT -> null;
        };
    }

    private static Document outcome(int matched, int modified) {
        return new Document("n", matched).append("nModified", modified);
    }

    private Document updated(
            Document selector, Document update, ArrayFilters arrayFilters, boolean multi, boolean upsert, Oplog oplog) {
        firstOnly = !multi;
        try {
            return super.updateDocuments(selector, update, arrayFilters, multi, upsert, oplog);
        } finally {
            firstOnly = false;
        }
    }

    @Override
    public Document findAndModify(Document command) {
        return changing(() -> super.findAndModify(command));
    }

    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return changing(() -> super.deleteDocuments(selector, limit, oplog));
    }

    @Override
    public void removeDocument(Document document) {
        changing(() -> {
            super.removeDocument(document);
            return null;
        });
    }

    @Override
    protected Row addDocumentInternal(Document document) {
        return table.insert(document);
    }

    @Override
    protected void handleUpdate(Row row, Document before, Document after) {
        table.update(row, before, after);
    }

    @Override
    protected void removeDocument(Row row) {
        table.remove(row);
    }

    @Override
    protected Row findDocumentPosition(Document document) {
        return table.rowOf(document);
    }

    @Override
    protected Document getDocument(Row row) {
        return Row.decode(row.bson());
    }

    @Override
    protected Stream<DocumentWithPosition<Row>> streamAllDocumentsWithPosition() {
        return table.primary().rows().map(row -> new DocumentWithPosition<>(getDocument(row), row));
    }

    @Override
    public int count() {
        return table.size();
    }

    @Override
    public int count(Document query, int skip, int limit) {
        return query == null || query.isEmpty()
                ? super.count(query, skip, limit)
                : find(query, null, skip, limit).size();
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {
        // the table counts its own bytes
    }

    @Override
    protected int getDataSize() {
        return (int) Math.min(Integer.MAX_VALUE, table.liveBytes());
    }

    @Override
    public void addIndex(Index<Row> index) {
        throw new IllegalStateException("indexes are the table's");
    }

    @Override
    public void dropIndex(String name) {
        changing(() -> {
            table.dropIndex(name);
            return null;
        });
    }

    @Override
    public int getNumIndexes() {
        return 1 + table.indexes().size();
    }

    @Override
    public void renameTo(MongoDatabase newDatabase, String newName) {
        throw new MongoServerError(Refusals.NOT_SUPPORTED, "CommandNotSupported", "a collection keeps its name here");
    }
}
