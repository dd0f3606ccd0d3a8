package ir.parvaneh.chassis.stream;

import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Rules;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import reactor.core.publisher.Mono;

/** Pages that follow the events of other aggregates. Made by {@link Streams#inbox}. */
public final class Inbox<P> {
    private final Intake intake;
    private final LongAdder ignored = new LongAdder();

    public Inbox(
            String name,
            Pages<P> pages,
            Set<String> sources,
            Reaction<P> reaction,
            Parking parking,
            Owners owners,
            InstantSource real,
            Rules rules) {
        intake = new Intake(name, sources, new PageBook<>(pages, reaction, rules, ignored), parking, owners, real);
    }

    /** Takes a poll in; completes when every event of it is taken in, dropped or parked. Fails when the store is away. */
    public Mono<Void> accept(List<Incoming> batch) {
        return intake.accept(batch);
    }

    /** Brings back what is parked and may be taken in; asks the owner for what is missing for a minute. */
    public Mono<Void> sweep() {
        return intake.sweep();
    }

    /** Compares how far the pages have read with how far the owners are, and fetches what is missing. */
    public Mono<Void> checkHeads() {
        return intake.checkHeads();
    }

    /**
     * Takes in what owners know and this page has not read: of their pages of the same id. Fails when an owner is away:
     * whoever needs the last word must wait.
     */
    public Mono<Void> catchUp(String page) {
        return intake.catchUp(page);
    }

    /** Events read whose type changed nothing. */
    public long ignored() {
        return ignored.sum();
    }

    Intake intake() {
        return intake;
    }
}
