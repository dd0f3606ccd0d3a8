package ir.parvaneh.chassis.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What one relay knows of one aggregate while it has something to tell. An offer holds every event not pruned when it
 * was made, so a lane that starts at the first of them skips none, whatever others do meanwhile.
 */
final class Lane {
    private static final int ENOUGH = 64;

    private final Deque<Event> waiting = new ArrayDeque<>();
    private final List<Event> sent = new ArrayList<>();
    private long queued;
    private long acked;
    private long version;
    private long settled;
    private long rowsTaken;
    private int inFlight;
    private int rowsOpen;
    private boolean failed;

    /** @return the lines of lists that nobody was asked to write yet */
    synchronized List<Row> take(Offer offer) {
        if (offer.version() >= version) {
            version = offer.version();
            failed = false;
        }
        for (Event event : offer.outbox()) {
            if (event.number() > queued) {
                waiting.add(event);
                queued = event.number();
            }
        }
        List<Row> rows =
                offer.rows().stream().filter(row -> row.changed() > rowsTaken).toList();
        rowsTaken = Math.max(rowsTaken, offer.version());
        rowsOpen += rows.isEmpty() ? 0 : 1;
        return rows;
    }

    /** The next event to send; null while one is on its way or none waits. */
    synchronized Event next(boolean inOrder) {
        if (waiting.isEmpty() || inOrder && inFlight > 0) {
            return null;
        }
        inFlight++;
        return waiting.poll();
    }

    synchronized void acked(Event event) {
        inFlight--;
        acked = Math.max(acked, event.number());
        sent.add(event);
    }

    /** Nobody knows whether the topic has it: a later offer starts after the last ack. */
    synchronized void sendFailed() {
        inFlight--;
        failed = true;
        waiting.clear();
        queued = acked;
    }

    synchronized void rowsWritten(boolean all) {
        rowsOpen--;
        if (!all) {
            failed = true;
            rowsTaken = settled;
        }
    }

    /** What can go to history and leave the outbox now; null for nothing. */
    synchronized Due due(String id) {
        if (busy()) {
            return sent.size() < ENOUGH ? null : new Due(List.copyOf(sent), new Prune(id, acked, 0));
        }
        if (failed) {
            return sent.isEmpty() ? null : new Due(List.copyOf(sent), new Prune(id, acked, 0));
        }
        return version == settled ? null : new Due(List.copyOf(sent), new Prune(id, acked, version));
    }

    synchronized void settled(Due due) {
        sent.removeAll(due.events());
        settled = Math.max(settled, due.prune().version());
    }

    synchronized boolean idle() {
        return !busy() && sent.isEmpty() && (failed || version == settled);
    }

    private boolean busy() {
        return inFlight > 0 || !waiting.isEmpty() || rowsOpen > 0;
    }

    /** Events that are on the topic, and how they leave the page. */
    record Due(List<Event> events, Prune prune) {}
}
