package ir.parvaneh.chassis.simulation;

import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Outcome;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Saved;
import ir.parvaneh.chassis.store.Verdict;
import java.util.Set;
import java.util.function.Function;

/** What a client wants, under one key, as often as it takes to hear an answer, and sometimes once more. */
final class Command<P> {
    private static final Set<String> UNDECIDED = Set.of("too-busy", "outbox-full");

    final Service<P> service;
    final String aggregate;
    final String key;
    private final World world;
    private final Function<Page<P>, Verdict<P>> decide;
    Saved<P> saved;
    boolean refused;

    Command(World world, Service<P> service, String aggregate, String key, Function<Page<P>, Verdict<P>> decide) {
        this.world = world;
        this.service = service;
        this.aggregate = aggregate;
        this.key = key;
        this.decide = decide;
    }

    boolean answered() {
        return saved != null || refused;
    }

    void issue() {
        issueTo(service.anyNode());
    }

    void issueTo(Service<P>.Node node) {
        boolean known = saved != null;
        node.pages
                .change(aggregate, Cause.command("client", key, "digest"), decide)
                .subscribe(outcome -> hear(outcome, known), failure -> {});
    }

    private void hear(Outcome<P> outcome, boolean known) {
        switch (outcome) {
            case Outcome.Done<P>(Saved<P> done) -> {
                if (saved != null && (saved.first() != done.first() || saved.last() != done.last())) {
                    world.violation(key + " came to " + saved.first() + " and to " + done.first());
                }
                saved = done;
            }
            case Outcome.Refused<P> no when UNDECIDED.contains(no.refusal().code()) -> {
                // asked again later
            }
            case Outcome.Refused<P> no -> {
                if (known) {
                    world.violation(
                            key + " was done and then refused: " + no.refusal().code());
                }
                refused = true;
            }
        }
    }
}
