package ir.parvaneh.chassis.store;

import java.time.Instant;

/** How many pages have something to tell, and since when (real time) the one that waits longest; null for none. */
public record Pending(long pages, Instant oldest) {}
