package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One sorted index. A key is the bytes of the indexed values, each inverted where its field runs downwards; in an index
 * that is not unique the row's id follows, so keys are always different and equal values come in order of id.
 */
final class RowIndex {

    private static final int PARALLEL_ARRAYS = 171;
    private static final int DUPLICATE_KEY = 11000;

    final IndexSpec spec;
    private final TreeMap<byte[], Row> rows = new TreeMap<>(KeyBytes.ORDER);
    private boolean holdsLists;

    RowIndex(IndexSpec spec) {
        this.spec = spec;
    }

    /** True once a list was indexed: a document may then stand under several keys. */
    boolean holdsLists() {
        return holdsLists;
    }

    int size() {
        return rows.size();
    }

    NavigableMap<byte[], Row> between(byte[] from, byte[] to) {
        if (Arrays.compareUnsigned(from, to) > 0) {
            return new TreeMap<>();
        }
        return rows.subMap(from, true, to, false);
    }

    /** The keys under which a document stands here; none when the index is sparse and the document has no such field. */
    List<byte[]> keysOf(Document document, byte[] idKey) {
        List<FieldPath.Values> columns = new ArrayList<>(spec.fields().size());
        for (IndexSpec.Field field : spec.fields()) {
            columns.add(field.path().in(document));
        }
        if (spec.sparse() && columns.stream().noneMatch(FieldPath.Values::present)) {
            return List.of();
        }
        return product(columns, idKey);
    }

    private List<byte[]> product(List<FieldPath.Values> columns, byte[] idKey) {
        requireOneList(columns);
        int count = 1;
        for (FieldPath.Values column : columns) {
            holdsLists |= column.many();
            count = Math.max(count, column.values().size());
        }
        List<byte[]> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            keys.add(key(columns, i, idKey));
        }
        return keys;
    }

    private void requireOneList(List<FieldPath.Values> columns) {
        String list = null;
        for (int i = 0; i < columns.size(); i++) {
            String root = spec.fields().get(i).path().steps().getFirst();
            if (columns.get(i).many() && list != null && !list.equals(root)) {
                throw new MongoServerError(
                        PARALLEL_ARRAYS, "CannotIndexParallelArrays", "cannot index parallel arrays");
            }
            list = columns.get(i).many() ? root : list;
        }
    }

    private byte[] key(List<FieldPath.Values> columns, int element, byte[] idKey) {
        KeyWriter key = new KeyWriter();
        for (int i = 0; i < columns.size(); i++) {
            List<Object> values = columns.get(i).values();
            Object value = values.get(values.size() == 1 ? 0 : element);
            key.add(value, spec.fields().get(i).ascending());
        }
        return spec.unique() ? key.toBytes() : key.raw(idKey).toBytes();
    }

    /** Refuses with the server's own code when another row holds one of these keys. */
    void requireFree(List<byte[]> keys, Row self, String namespace) {
        if (!spec.unique()) {
            return;
        }
        for (byte[] key : keys) {
            Row holder = rows.get(key);
            if (holder != null && holder != self) {
                throw duplicate(namespace, holder);
            }
        }
    }

    private MongoServerError duplicate(String namespace, Row holder) {
        Document held = Row.decode(holder.bson());
        Document key = new Document();
        spec.fields()
                .forEach(field ->
                        key.append(field.name(), field.path().in(held).values().getFirst()));
        return new MongoServerError(
                DUPLICATE_KEY,
                "DuplicateKey",
                "E11000 duplicate key error collection: " + namespace + " index: " + spec.name() + " dup key: " + key);
    }

    void put(List<byte[]> keys, Row row) {
        for (byte[] key : keys) {
            rows.put(key, row);
        }
    }

    /** Takes a row from its old keys to its new ones, touching only what differs. */
    void move(List<byte[]> before, List<byte[]> after, Row row) {
        if (before.size() == 1 && after.size() == 1 && Arrays.equals(before.getFirst(), after.getFirst())) {
            return;
        }
        remove(before);
        put(after, row);
    }

    /** Takes rows under their only keys into an empty index. */
    void fill(SortedMap<byte[], Row> sorted) {
        rows.putAll(sorted);
    }

    /** The next rows in order of their keys. */
    List<Row> after(byte[] key, int count) {
        return rows.tailMap(key, false).values().stream().limit(count).toList();
    }

    Row get(byte[] key) {
        return rows.get(key);
    }

    Stream<Row> rows() {
        return rows.values().stream();
    }

    void clear() {
        rows.clear();
    }

    void remove(List<byte[]> keys) {
        keys.forEach(rows::remove);
    }
}
