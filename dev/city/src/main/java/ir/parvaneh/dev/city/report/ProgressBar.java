package ir.parvaneh.dev.city.report;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A line on the terminal that is drawn over itself; on a pipe a plain line every ten seconds. */
public final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;

    private final Tally tally;
    private final int files;
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private final PrintStream out = System.err;
    private final CountDownLatch done = new CountDownLatch(1);
    private final long start = System.nanoTime();

    public ProgressBar(Tally tally, int files) {
        this.tally = tally;
        this.files = files;
    }

    /** Starts drawing. */
    public void start() {
        Thread.ofVirtual().start(this::draw);
    }

    private void draw() {
        Duration every = terminal ? Duration.ofMillis(250) : Duration.ofSeconds(10);
        try {
            while (!done.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                out.print(terminal ? "\r" + line() + "\u001b[K" : line() + System.lineSeparator());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (terminal) {
            out.print("\r\u001b[K");
        }
    }

    private String line() {
        int through = tally.endedSoFar() + tally.stuckSoFar();
        int full = files == 0 ? WIDTH : through * WIDTH / files;
        double seconds = (System.nanoTime() - start) / 1e9;
        return "[%s%s] %d/%d files, %d filed, %d transitions, %.0f/s, %d errors, %d stuck"
                .formatted(
                        "#".repeat(full),
                        ".".repeat(WIDTH - full),
                        through,
                        files,
                        tally.filedSoFar(),
                        tally.transitionsSoFar(),
                        tally.transitionsSoFar() / seconds,
                        tally.errorsSoFar(),
                        tally.stuckSoFar());
    }

    @Override
    public void close() {
        done.countDown();
    }
}
