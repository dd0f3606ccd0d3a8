package ir.parvaneh.dev.city.play;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How a replay is run.
 *
 * @param clients requests in flight at most
 * @param files files under way at a time
 * @param seed of parts, traits and loops
 * @param resume go on with the journal that is there
 * @param ratePerSecond deciding calls a second, or 0 for as many as go
 * @param patience how long a file may wait for its next step before it counts as stuck
 * @param quiet no progress bar
 * @param untilIssued leave every file at its permit
 */
public record Settings(
        URI gateway,
        URI issuer,
        String secret,
        Path data,
        int clients,
        int files,
        long seed,
        boolean resume,
        double ratePerSecond,
        Duration patience,
        boolean quiet,
        boolean untilIssued) {}
