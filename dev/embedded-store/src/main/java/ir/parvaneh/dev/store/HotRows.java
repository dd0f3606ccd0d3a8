package ir.parvaneh.dev.store;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Keeps the bytes of documents in the heap within a bound. Written rows stand in a queue; when there are too many bytes
 * the first one is read from its file from then on, unless it was written again since it was looked at last: then it
 * goes to the end of the queue. What is not forced yet stays.
 */
final class HotRows {

    /** Enough to catch up after a large batch, few enough that no writer waits for it. */
    private static final int LOOKS = 64;

    private static final int FEW = 1000;

    private final Queue<Row> queue = new ArrayDeque<>();
    private final LongAdder bytes;
    private final long most;
    private int removed;

    HotRows(LongAdder bytes, long most) {
        this.bytes = bytes;
        this.most = most;
    }

    /** Gives a row a newer version. */
    synchronized void put(Row row, Stored newer) {
        bytes.add(newer.length() - heldBy(row));
        row.store(newer);
        if (newer.hasPlace()) {
            enqueue(row);
            coolOldest();
        }
    }

    private static long heldBy(Row row) {
        Stored stored = row.stored();
        return stored != null && stored.isHot() ? stored.length() : 0;
    }

    private void enqueue(Row row) {
        row.writtenAgain = row.queued;
        if (!row.queued) {
            row.queued = true;
            queue.add(row);
        }
    }

    private void coolOldest() {
        for (int looks = 0; looks < LOOKS && bytes.sum() > most && !queue.isEmpty(); looks++) {
            Row row = queue.remove();
            if (row.writtenAgain || !row.stored().mayCool()) {
                row.writtenAgain = false;
                queue.add(row);
            } else {
                cool(row);
            }
        }
    }

    private void cool(Row row) {
        bytes.add(-heldBy(row));
        row.queued = false;
        row.stored().cool();
    }

    /** A removed row keeps nothing in the heap and no file open; who reads it at this moment has its last version. */
    synchronized void remove(Row row) {
        bytes.add(-heldBy(row));
        row.store(Stored.GONE);
        if (row.queued && ++removed > FEW + queue.size() / 2) {
            queue.removeIf(each -> each.stored() == Stored.GONE);
            removed = 0;
        }
    }

    /** Lets a row be read from a newer file, if it still is the version that was written there. */
    synchronized void move(Row row, Stored written, EntryFile file, long offset) {
        if (row.stored() == written) {
            row.store(written.movedTo(file, offset));
        }
    }
}
