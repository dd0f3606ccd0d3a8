package ir.parvaneh.chassis.store;

/**
 * What a command came to.
 *
 * @param page the page after it, or as it stands now when replayed
 * @param first number of the command's first event; when it told none, {@code last + 1}
 * @param last number of its last event
 * @param status HTTP status kept with the key
 * @param etag number of the resource's last visible change
 * @param replayed the same key was answered before; nothing was done now
 */
public record Saved<P>(Page<P> page, long first, long last, int status, long etag, boolean replayed) {}
