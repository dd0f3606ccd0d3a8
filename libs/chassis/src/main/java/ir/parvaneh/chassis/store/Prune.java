package ir.parvaneh.chassis.store;

/**
 * Events that are on the topic and in history leave the outbox.
 *
 * @param upTo highest number that leaves
 * @param version when the page still has this version, nothing else waits in it: it is not pending any more and its
 *     rows are written; 0 when that cannot be said
 */
public record Prune(String id, long upTo, long version) {}
