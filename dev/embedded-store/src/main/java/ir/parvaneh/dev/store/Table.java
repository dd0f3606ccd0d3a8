package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The rows of one collection with their indexes. Callers hold {@link #lock}: many may read, one changes. Every change
 * goes to the journal before the lock is left, so the journal has the order in which things happened.
 */
final class Table {

    /** For bookkeeping tables that the library keeps and that are rebuilt at every start. */
    static final int NOT_JOURNALED = 0;

    private static final int LARGEST = 16 << 20;
    private static final int TOO_LARGE = 10334;

    final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final String namespace;
    private final int number;
    private final Catalog catalog;
    private final RowIndex primary;
    private final List<RowIndex> indexes = new ArrayList<>();
    private volatile long liveBytes;
    private long sequence;

    Table(String namespace, IndexSpec primary, int number, Catalog catalog) {
        this.namespace = namespace;
        this.primary = new RowIndex(primary);
        this.number = number;
        this.catalog = catalog;
    }

    int number() {
        return number;
    }

    String namespace() {
        return namespace;
    }

    int size() {
        return primary.size();
    }

    long liveBytes() {
        return liveBytes;
    }

    RowIndex primary() {
        return primary;
    }

    List<RowIndex> indexes() {
        return indexes;
    }

    Row insert(Document document) {
        byte[] idKey = idKeyOf(document);
        Row row = new Row(idKey);
        byte[] bson = encode(document);
        primary.requireFree(List.of(idKey), row, namespace);
        List<List<byte[]>> keys = keysOf(document, row);
        catalog.hot().put(row, journal(Entry.put(number, idKey, bson)));
        for (int i = 0; i < indexes.size(); i++) {
            indexes.get(i).put(keys.get(i), row);
        }
        primary.put(List.of(idKey), row);
        liveBytes += bson.length;
        return row;
    }

    private byte[] idKeyOf(Document document) {
        if (primary.spec == IndexSpec.NONE) {
            return KeyBytes.of(++sequence);
        }
        return primary.keysOf(document, null).getFirst();
    }

    /** The keys for every index, all checked before anything is changed. */
    private List<List<byte[]>> keysOf(Document document, Row row) {
        List<List<byte[]>> all = new ArrayList<>(indexes.size());
        for (RowIndex index : indexes) {
            List<byte[]> keys = index.keysOf(document, row.idKey);
            index.requireFree(keys, row, namespace);
            all.add(keys);
        }
        return all;
    }

    private static byte[] encode(Document document) {
        byte[] bson = Row.encode(document);
        if (bson.length > LARGEST) {
            throw new MongoServerError(TOO_LARGE, "BSONObjectTooLarge", "document of " + bson.length + " bytes");
        }
        return bson;
    }

    void update(Row row, Document before, Document after) {
        replace(row, heldKeys(before, row), after, encode(after));
    }

    /** What became of an edit; {@code LEFT} when it is not one for this document's shape. */
    enum Edited {
        CHANGED,
        UNCHANGED,
        LEFT
    }

    /** Edits a row through a decoded copy of it. */
    Edited edit(Row row, Document copy, Edit edit) {
        List<List<byte[]>> held = heldKeys(copy, row);
        if (!edit.apply(copy)) {
            return Edited.LEFT;
        }
        byte[] bson = encode(copy);
        if (bson.length == row.length() && Arrays.equals(bson, row.bson())) {
            return Edited.UNCHANGED;
        }
        replace(row, held, copy, bson);
        return Edited.CHANGED;
    }

    private List<List<byte[]>> heldKeys(Document document, Row row) {
        List<List<byte[]>> held = new ArrayList<>(indexes.size());
        indexes.forEach(index -> held.add(index.keysOf(document, row.idKey)));
        return held;
    }

    private void replace(Row row, List<List<byte[]>> held, Document after, byte[] bson) {
        List<List<byte[]>> keys = keysOf(after, row);
        for (int i = 0; i < indexes.size(); i++) {
            indexes.get(i).move(held.get(i), keys.get(i), row);
        }
        liveBytes += bson.length - row.length();
        catalog.hot().put(row, journal(Entry.put(number, row.idKey, bson)));
    }

    void remove(Row row) {
        Document document = Row.decode(row.bson());
        for (RowIndex index : indexes) {
            index.remove(index.keysOf(document, row.idKey));
        }
        primary.remove(List.of(row.idKey));
        liveBytes -= row.length();
        journal(Entry.remove(number, row.idKey));
        catalog.hot().remove(row);
    }

    /** Lets go of all rows, without a word to the journal. */
    void clear() {
        lock.writeLock().lock();
        try {
            primary.rows().forEach(catalog.hot()::remove);
            primary.clear();
            indexes.forEach(RowIndex::clear);
            liveBytes = 0;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The row of this document, by its id; null when there is none. */
    Row rowOf(Document document) {
        if (primary.spec == IndexSpec.NONE) {
            return primary.rows()
                    .filter(row -> Row.decode(row.bson()).equals(document))
                    .findFirst()
                    .orElse(null);
        }
        return primary.get(idKeyOf(document));
    }

    /** Builds an index over what is there; refuses when it is unique and the rows are not. */
    void addIndex(IndexSpec spec, Document description) {
        build(List.of(spec));
        journal(Entry.index(number, description));
    }

    /** Looks once into each row for all of these. */
    private void build(List<IndexSpec> specs) {
        List<RowIndex> built = specs.stream().map(RowIndex::new).toList();
        Glance glance = Glance.atIndexes(specs);
        primary.rows().forEach(row -> {
            Document document = glance.decode(row.bson());
            for (RowIndex index : built) {
                List<byte[]> keys = index.keysOf(document, row.idKey);
                index.requireFree(keys, row, namespace);
                index.put(keys, row);
            }
        });
        indexes.addAll(built);
    }

    void dropIndex(String name) {
        if (indexes.removeIf(index -> index.spec.name().equals(name))) {
            journal(Entry.unindex(number, name));
        }
    }

    void restore(SortedMap<byte[], Row> rows, List<IndexSpec> specs) {
        primary.fill(rows);
        rows.values().forEach(row -> liveBytes += row.length());
        if (!specs.isEmpty()) {
            build(specs);
        }
    }

    /** Entries that make an empty table with these indexes. */
    List<Entry> shape() {
        lock.readLock().lock();
        try {
            List<Entry> entries = new ArrayList<>(1 + indexes.size());
            entries.add(Entry.create(number, namespace));
            indexes.forEach(index -> entries.add(Entry.index(number, index.spec.toDescription(namespace))));
            return entries;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The next rows by id; the lock is held only for these. */
    List<Row> rowsAfter(byte[] idKey, int count) {
        lock.readLock().lock();
        try {
            return primary.after(idKey, count);
        } finally {
            lock.readLock().unlock();
        }
    }

    private Stored journal(Entry entry) {
        return number == NOT_JOURNALED
                ? Stored.inHeap(entry.body())
                : catalog.journal().append(entry);
    }
}
