package ir.parvaneh.dev.city.play;

import ir.parvaneh.dev.city.report.Tally;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Whose turn it is: files that are ready in the order they became so, new ones as others end, never more than a number
 * under way. With a rate set, no turn is given faster than the transitions made so far allow.
 */
final class Turns {
    private record Ready(Walk walk, long at) {}

    private final PriorityQueue<Ready> waiting = new PriorityQueue<>(Comparator.comparingLong(Ready::at));
    private final Deque<Walk> unstarted;
    private final int mostUnderWay;
    private final double perSecond;
    private final Tally tally;
    private final long start = System.nanoTime();
    private final long transitionsBefore;
    private int underWay;
    private boolean stopped;

    Turns(List<Walk> walks, int mostUnderWay, double perSecond, Tally tally) {
        this.unstarted = new ArrayDeque<>(walks);
        this.mostUnderWay = mostUnderWay;
        this.perSecond = perSecond;
        this.tally = tally;
        this.transitionsBefore = tally.transitionsSoFar();
    }

    /** The next file, waiting for one if need be; null when all are through. */
    synchronized Walk next() {
        while (!stopped) {
            start();
            if (underWay == 0) {
                return null;
            }
            long wait = millisToWait();
            if (wait <= 0) {
                return waiting.poll().walk();
            }
            pause(wait);
        }
        return null;
    }

    private void start() {
        while (underWay < mostUnderWay && !unstarted.isEmpty()) {
            underWay++;
            Walk walk = unstarted.poll();
            walk.active();
            waiting.add(new Ready(walk, System.nanoTime()));
        }
    }

    private long millisToWait() {
        long now = System.nanoTime();
        Ready first = waiting.peek();
        if (first == null) {
            return 1_000;
        }
        long ready = first.at() - now;
        return (Math.max(ready, paced(now)) + 999_999) / 1_000_000;
    }

    private long paced(long now) {
        if (perSecond <= 0) {
            return 0;
        }
        long made = tally.transitionsSoFar() - transitionsBefore;
        return start + (long) (made / perSecond * 1e9) - now;
    }

    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    /** Hands a file back, to be looked at again after a while; an ended or resting one is done with. */
    synchronized void back(Walk walk, Duration later) {
        if (walk.ended || walk.resting) {
            underWay--;
        } else {
            waiting.add(new Ready(walk, System.nanoTime() + later.toNanos()));
        }
        notifyAll();
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
