package ir.parvaneh.dev.store;

import java.util.concurrent.atomic.LongAdder;

/** What the store has done since it was started: read by tests that bound work instead of timing it. */
public final class StoreCounters {

    final LongAdder writeCommands = new LongAdder();
    final LongAdder journalForces = new LongAdder();
    final LongAdder journalRecords = new LongAdder();
    final LongAdder documentsVisited = new LongAdder();

    StoreCounters() {}

    /** Commands from clients that may change documents: insert, update, delete, findAndModify. */
    public long writeCommands() {
        return writeCommands.sum();
    }

    /** Times the journal was forced to disk; several writers share one force. */
    public long journalForces() {
        return journalForces.sum();
    }

    /** Changes of single documents, collections and indexes written to the journal. */
    public long journalRecords() {
        return journalRecords.sum();
    }

    /** Documents that a query, update or delete had to look at. */
    public long documentsVisited() {
        return documentsVisited.sum();
    }
}
