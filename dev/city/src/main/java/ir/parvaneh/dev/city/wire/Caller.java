package ir.parvaneh.dev.city.wire;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Sends calls over its own connection and patiently repeats what the way, not a judgement, held up. For one thread. */
public final class Caller implements AutoCloseable {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Wire wire;
    private final Duration patience;
    private int repeated;
    private int calls;

    public Caller(URI address, Duration patience) {
        this.wire = new Wire(address);
        this.patience = patience;
    }

    /**
     * The answer that judges the call: anything but a passing hindrance.
     *
     * @throws CityAway when hindrances outlast the patience
     */
    public Answer call(Call call) {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        String hindrance = "";
        for (long pause = 10; System.nanoTime() < giveUpAt; pause = Math.min(pause * 2, LONGEST_PAUSE.toMillis())) {
            try {
                calls++;
                Answer answer = wire.send(call);
                if (!held(answer)) {
                    return answer;
                }
                hindrance = answer.status() + " " + answer.code();
            } catch (IOException broken) {
                hindrance = broken.getClass().getSimpleName() + ": " + broken.getMessage();
            }
            repeated++;
            LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
        }
        throw new CityAway(call.method() + " " + call.path() + " got no answer in " + patience.toSeconds() + " s ("
                + hindrance + ")");
    }

    private static boolean held(Answer answer) {
        return answer.passing() || answer.status() == 409 && "in-flight".equals(answer.code());
    }

    /** How many calls had to be repeated so far. */
    public int repeated() {
        return repeated;
    }

    /** How many calls were sent so far, repeated ones included. */
    public int calls() {
        return calls;
    }

    @Override
    public void close() {
        wire.close();
    }
}
