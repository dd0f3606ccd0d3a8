package ir.parvaneh.chassis.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * One thread, one seed. A call at a port waits here until it is drawn; then it is done and its answer handed on, or
 * handed on later, or lost. What the code under test does between two calls runs at once.
 */
final class World implements InstantSource {
    private static final double LATE_ANSWER = 0.3;
    private static final double FAILURE = 0.04;

    final Random random;
    final List<String> violations = new ArrayList<>();
    boolean faulty = true;
    private final List<Step> steps = new ArrayList<>();
    private long now = 1_700_000_000_000L;
    private int ids;

    World(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now);
    }

    void pass(long millis) {
        now += millis;
    }

    String id() {
        return "e" + ++ids;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    void violation(String what) {
        violations.add(what);
    }

    /** A port call of a process; a null answer is an empty one. */
    <T> Mono<T> call(Process process, Supplier<T> action) {
        return Mono.create(sink -> steps.add(new Call<>(process, action, sink)));
    }

    /** Something that happens some time, whoever lives then. */
    void later(Runnable happening) {
        steps.add(happening::run);
    }

    boolean idle() {
        return steps.isEmpty();
    }

    /** Does one of the things that wait. */
    void step() {
        int drawn = random.nextInt(steps.size());
        Step step = steps.get(drawn);
        Step last = steps.removeLast();
        if (last != step) {
            steps.set(drawn, last);
        }
        step.run();
    }

    /** A running program: once it is dead its calls may still be done, but nobody hears the answer. */
    static final class Process {
        final String name;
        boolean dead;

        Process(String name) {
            this.name = name;
        }
    }

    private interface Step {
        void run();
    }

    private final class Call<T> implements Step {
        private final Process process;
        private final Supplier<T> action;
        private final MonoSink<T> sink;

        Call(Process process, Supplier<T> action, MonoSink<T> sink) {
            this.process = process;
            this.action = action;
            this.sink = sink;
        }

        @Override
        public void run() {
            boolean failed = process.dead || faulty && chance(FAILURE);
            if (failed && chance(0.5)) {
                end(() -> finish(true, null));
                return;
            }
            try {
                T answer = action.get();
                end(() -> finish(failed, answer));
            } catch (Unknown refused) {
                end(() -> finish(true, null));
            }
        }

        private void end(Step answer) {
            if (chance(LATE_ANSWER)) {
                steps.add(answer);
            } else {
                answer.run();
            }
        }

        private void finish(boolean failed, T answer) {
            if (process.dead) {
                return;
            }
            if (failed) {
                sink.error(new Unknown());
            } else if (answer == null) {
                sink.success();
            } else {
                sink.success(answer);
            }
        }
    }

    /** The call ended and nobody knows whether it was done. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("unknown", null, false, false);
        }
    }
}
