package ir.parvaneh.chassis.store;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Verdict.Changed;
import java.util.List;
import java.util.function.BiConsumer;
import reactor.core.publisher.Mono;

/**
 * The loop behind every change: look for the key, decide, compare-and-set, and from the start again when another was
 * first. A page held in memory may be stale: it may lead to a write, which then fails, but never to a "no".
 */
final class Deciding<P> {
    private final Pages.Definition<P> definition;
    private final Shelf shelf;
    private final Pen pen;
    private final Rules rules;
    private final HeldPages<P> held;
    private final BiConsumer<Held<P>, List<Row>> saved;

    Deciding(
            Pages.Definition<P> definition,
            Shelf shelf,
            Pen pen,
            Rules rules,
            HeldPages<P> held,
            BiConsumer<Held<P>, List<Row>> saved) {
        this.definition = definition;
        this.shelf = shelf;
        this.pen = pen;
        this.rules = rules;
        this.held = held;
        this.saved = saved;
    }

    Mono<Outcome<P>> start(String id, Turn<P> turn) {
        Held<P> known = held.get(id);
        return known == null ? reload(id, turn) : decide(known, turn, false);
    }

    private Mono<Outcome<P>> reload(String id, Turn<P> turn) {
        held.forget(id);
        return shelf.find(id)
                .map(raw -> Held.of(definition, raw))
                .switchIfEmpty(Mono.fromSupplier(() -> Held.absent(definition, id)))
                .flatMap(page -> decide(page, turn, true));
    }

    private Mono<Outcome<P>> decide(Held<P> page, Turn<P> turn, boolean fresh) {
        if (!turn.cause().isCommand()) {
            return judge(page, turn, fresh);
        }
        Key known = page.stored().keyed(turn.cause().key());
        if (known == null && page.stored().keys().size() >= rules.keysKept() && rules.keyLookup()) {
            return lookUp(page, turn, fresh);
        }
        return known == null ? judge(page, turn, fresh) : replay(page, turn, known, fresh);
    }

    private Mono<Outcome<P>> lookUp(Held<P> page, Turn<P> turn, boolean fresh) {
        String key = turn.cause().key();
        Key waiting = page.stored().waiting(key);
        if (waiting != null) {
            return replay(page, turn, waiting, fresh);
        }
        return shelf.keyed(definition.source(), page.stored().id(), key)
                .map(raw -> replay(page, turn, Event.ofHistory(raw).key(), fresh))
                .switchIfEmpty(Mono.fromSupplier(() -> judge(page, turn, fresh)))
                .flatMap(answer -> answer);
    }

    private Mono<Outcome<P>> replay(Held<P> page, Turn<P> turn, Key known, boolean fresh) {
        if (!known.digest().equals(turn.cause().digest())) {
            return refused("idempotency-key-reused");
        }
        if (!fresh) {
            return reload(page.stored().id(), turn);
        }
        offerAgain(page);
        return Mono.just(new Outcome.Done<>(
                new Saved<>(page.page(), known.first(), known.last(), known.status(), known.etag(), true)));
    }

    private Mono<Outcome<P>> judge(Held<P> page, Turn<P> turn, boolean fresh) {
        if (!turn.reads() && page.stored().outbox().size() >= Pages.OUTBOX_CAP) {
            return fresh ? refused("outbox-full") : reload(page.stored().id(), turn);
        }
        Step<P> step = step(page, turn, fresh);
        return step == null ? reload(page.stored().id(), turn) : conclude(page, turn, step, fresh);
    }

    /** Null when the page may be stale and the step failed on it: that says nothing yet. */
    private Step<P> step(Held<P> page, Turn<P> turn, boolean fresh) {
        try {
            return turn.take(page);
        } catch (RuntimeException e) {
            if (fresh) {
                throw e;
            }
            return null;
        }
    }

    private Mono<Outcome<P>> conclude(Held<P> page, Turn<P> turn, Step<P> step, boolean fresh) {
        Changed<P> write = toWrite(page, step);
        if (write != null) {
            return save(page, turn, write, step.marks());
        }
        if (!fresh) {
            return reload(page.stored().id(), turn);
        }
        return Mono.just(
                switch (step.verdict()) {
                    case Verdict.Refused<P>(Refusal refusal) -> new Outcome.Refused<>(refusal);
                    case Verdict.Unchanged<P> same -> nothingDone(page);
                    case Changed<P> changed -> nothingDone(page);
                });
    }

    private static <P> Changed<P> toWrite(Held<P> page, Step<P> step) {
        return switch (step.verdict()) {
            case Changed<P> changed -> changed;
            case Verdict.Unchanged<P> same ->
                step.marks().isEmpty() ? null : new Changed<>(page.body(), List.of(), 200, null);
            case Verdict.Refused<P> refused -> null;
        };
    }

    private Outcome<P> nothingDone(Held<P> page) {
        offerAgain(page);
        Stored stored = page.stored();
        return new Outcome.Done<>(
                new Saved<>(page.page(), stored.number() + 1, stored.number(), 200, stored.version(), false));
    }

    /** The write found may be our own, whose fate we did not hear: whoever made it, its events need not wait for a sweep. */
    private void offerAgain(Held<P> page) {
        if (page.stored().pending()) {
            saved.accept(page, definition.rows().apply(page.page()));
        }
    }

    private Mono<Outcome<P>> save(Held<P> page, Turn<P> turn, Changed<P> verdict, List<Mark> marks) {
        Cause cause = turn.cause().reading(marks);
        Writing<P> writing = Writing.of(definition, page, verdict, cause, pen, rules);
        return shelf.save(writing.write())
                .doOnError(unknown -> held.forget(page.stored().id()))
                .flatMap(won ->
                        won ? done(page, verdict, writing) : again(page.stored().id(), turn));
    }

    private Mono<Outcome<P>> done(Held<P> before, Changed<P> verdict, Writing<P> writing) {
        held.keep(writing.after());
        saved.accept(writing.after(), writing.rows());
        Page<P> page = writing.after().page();
        long etag = verdict.etag() == null ? page.version() : verdict.etag();
        long first = before.stored().number() + 1;
        return Mono.just(new Outcome.Done<>(new Saved<>(page, first, page.number(), verdict.status(), etag, false)));
    }

    private Mono<Outcome<P>> again(String id, Turn<P> turn) {
        boolean late = pen.real().instant().isAfter(turn.cause().deadline());
        return late ? refused("too-busy") : reload(id, turn);
    }

    private static <P> Mono<Outcome<P>> refused(String code) {
        return Mono.just(new Outcome.Refused<>(new Refusal(code)));
    }
}
