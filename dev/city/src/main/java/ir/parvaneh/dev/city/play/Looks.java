package ir.parvaneh.dev.city.play;

import java.time.Duration;

/**
 * When to look for the next task: learned from how often one looked too early, so that questions asked in vain stay few
 * whatever the city's pace. Shared by all clients.
 */
final class Looks {
    private static final double SHORTEST = 5;
    private static final double LONGEST = 2_000;
    private static final double AFTER_FOUND = 0.99;
    private static final double AFTER_IN_VAIN = 1.06;

    private double millis = 20;

    /** How long to wait before the first look. */
    synchronized Duration first() {
        return Duration.ofNanos((long) (millis * 1e6));
    }

    /** How long to wait after looking in vain so many times. */
    synchronized Duration again(int inVain) {
        double pause = Math.max(10, millis / 3) * Math.min(inVain, 8);
        return Duration.ofMillis((long) Math.min(pause, LONGEST));
    }

    synchronized void foundAtFirst() {
        millis = Math.max(SHORTEST, millis * AFTER_FOUND);
    }

    synchronized void inVainAtFirst() {
        millis = Math.min(LONGEST, millis * AFTER_IN_VAIN);
    }
}
