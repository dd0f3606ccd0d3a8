package ir.parvaneh.dev.city.report;

import java.util.Arrays;

/** Durations in nanoseconds, kept whole; percentiles by nearest rank. */
public final class Latencies {
    private long[] nanos = new long[1024];
    private int size;

    public synchronized void add(long duration) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = duration;
    }

    /** In milliseconds with one decimal; 0 when nothing was measured. */
    public synchronized double millis(double percentile) {
        if (size == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        int rank = Math.max(1, (int) Math.ceil(percentile / 100 * size));
        return Math.round(sorted[rank - 1] / 100_000.0) / 10.0;
    }

    public synchronized int count() {
        return size;
    }
}
