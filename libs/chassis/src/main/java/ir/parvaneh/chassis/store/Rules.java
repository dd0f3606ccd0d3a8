package ir.parvaneh.chassis.store;

/**
 * The rules of the protocol, each one a switch, so that a simulation can show what breaks without it. Production runs
 * {@link #ALL} and nothing else.
 *
 * @param relayInOrder the next event of an aggregate leaves after the ack of the one before
 * @param contiguous a message is taken in only when its number follows the mark
 * @param keyLookup a key that is not on the page is looked for in outbox and history
 * @param pendingByMin the oldest unsent write decides since when a page is pending
 * @param keysKept how many idempotency keys a page remembers itself
 */
public record Rules(boolean relayInOrder, boolean contiguous, boolean keyLookup, boolean pendingByMin, int keysKept) {
    public static final Rules ALL = new Rules(true, true, true, true, 32);
}
