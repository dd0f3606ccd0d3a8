package ir.parvaneh.dev.store;

import java.util.Collection;
import java.util.concurrent.ConcurrentSkipListMap;

/** All tables of a store by number, and the journal they write to. */
final class Catalog {

    private final ConcurrentSkipListMap<Integer, Table> tables = new ConcurrentSkipListMap<>();
    private final StoreCounters counters;
    private final HotRows hot;
    private volatile Journal journal = new NoJournal();
    private int lastNumber;
    private int restoring;

    Catalog(StoreCounters counters, long hotBytes) {
        this.counters = counters;
        this.hot = new HotRows(counters.hotBytes, hotBytes);
    }

    HotRows hot() {
        return hot;
    }

    StoreCounters counters() {
        return counters;
    }

    Journal journal() {
        return journal;
    }

    /** From here on changes are journaled. */
    void attach(Journal newJournal) {
        journal = newJournal;
    }

    /** The next table takes this number instead of a new one. */
    synchronized void restoreNextAs(int number) {
        restoring = number;
        lastNumber = Math.max(lastNumber, number);
    }

    synchronized void neverGiveUpTo(int number) {
        lastNumber = Math.max(lastNumber, number);
    }

    synchronized Table create(String namespace) {
        int number = restoring > 0 ? restoring : ++lastNumber;
        restoring = 0;
        Table table = new Table(namespace, IndexSpec.ID, number, this);
        journal.append(Entry.create(number, namespace));
        tables.put(number, table);
        return table;
    }

    void drop(Table table) {
        tables.remove(table.number());
        journal.append(Entry.drop(table.number()));
        table.clear();
    }

    Collection<Table> tables() {
        return tables.values();
    }

    long liveBytes() {
        return tables.values().stream().mapToLong(Table::liveBytes).sum();
    }
}
