package ir.parvaneh.chassis.web;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Sha256;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the headers of a POST say.
 *
 * @param callerId who asks; scope of the key
 * @param key the Idempotency-Key
 * @param digest of the body's bytes
 * @param ifMatch version the caller saw; null on a creation
 * @param patience how long the caller waits for a verdict; zero unless {@code Prefer: wait=N} (at most 30 s)
 * @param trace of the request
 * @param deadline real time after which nothing is tried again
 */
public record Command(
        String callerId, String key, String digest, Long ifMatch, Duration patience, Trace trace, Instant deadline) {

    public Cause cause() {
        return Cause.command(callerId, key, digest)
                .tracedBy(trace.traceparent())
                .until(deadline);
    }

    /** The same headers for one item of a batch, with what is left of the caller's patience. */
    public Command item(String name, long itemIfMatch, Duration left) {
        return new Command(callerId, key + ":" + name, digest, itemIfMatch, left, trace, deadline);
    }

    /** An id that only this caller and key have, so that the insert of a creation is its own replay check. */
    public String newId(String kind) {
        String name = String.join("\n", kind, callerId, key);
        var bytes = ByteBuffer.wrap(Sha256.of(name));
        long high = bytes.getLong() & ~0xF000L | 0x8000L;
        long low = bytes.getLong() & ~(0b11L << 62) | 0b10L << 62;
        return new UUID(high, low).toString();
    }

    /** Refuses with {@code stale-version} when the resource has changed since the caller saw it. */
    public Optional<Refusal> staleAt(long etag) {
        return ifMatch == null || ifMatch == etag
                ? Optional.empty()
                : Optional.of(new Refusal("stale-version", Map.of("etag", ETags.of(etag))));
    }
}
