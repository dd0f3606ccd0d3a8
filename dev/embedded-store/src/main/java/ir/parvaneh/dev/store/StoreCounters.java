package ir.parvaneh.dev.store;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What the store has done since it was started: read by tests that bound work instead of timing it. */
public final class StoreCounters {

    final LongAdder journalForces = new LongAdder();
    final LongAdder journalRecords = new LongAdder();
    final LongAdder documentsVisited = new LongAdder();
    final LongAdder hotBytes = new LongAdder();
    private final LongAdder writeCommands = new LongAdder();
    private final Map<String, LongAdder> writesByCollection = new ConcurrentHashMap<>();

    StoreCounters() {}

    void written(String command, String namespace) {
        writeCommands.increment();
        writesByCollection
                .computeIfAbsent(namespace + " " + command, name -> new LongAdder())
                .increment();
    }

    /** Commands from clients that may change something: a bulk write of many documents is one. */
    public long writeCommands() {
        return writeCommands.sum();
    }

    /** The same by collection and command, for example {@code "offices.tasks update"}. */
    public Map<String, Long> writeCommandsByCollection() {
        Map<String, Long> result = new TreeMap<>();
        writesByCollection.forEach((name, count) -> result.put(name, count.sum()));
        return result;
    }

    /** Times the journal was forced to disk; several writers share one force. */
    public long journalForces() {
        return journalForces.sum();
    }

    /** Changes of single documents, collections and indexes written to the journal. */
    public long journalRecords() {
        return journalRecords.sum();
    }

    /** Bytes of documents held in the heap now; those of all others are read from the files. */
    public long hotBytes() {
        return hotBytes.sum();
    }

    /** Documents that a query, update or delete had to look at. */
    public long documentsVisited() {
        return documentsVisited.sum();
    }
}
