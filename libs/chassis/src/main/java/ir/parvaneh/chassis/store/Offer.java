package ir.parvaneh.chassis.store;

import java.util.List;

/**
 * A page with something to tell, as it stood when it was saved or read.
 *
 * @param outbox every event not pruned by then, in order
 * @param rows lines of lists that may not be written yet
 */
record Offer(String id, long version, List<Event> outbox, List<Row> rows) {}
