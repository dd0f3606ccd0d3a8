package ir.parvaneh.chassis.stream;

import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Mark;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Outcome;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Rules;
import ir.parvaneh.chassis.store.Step;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.store.Verdict.Changed;
import ir.parvaneh.chassis.stream.Parked.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Pages that read: all a page reads in one go is one write, with its marks. */
final class PageBook<P> implements Book {
    private static final int SIDE_BY_SIDE = 32;

    private final Pages<P> pages;
    private final Reaction<P> reaction;
    private final Rules rules;
    private final LongAdder ignored;

    PageBook(Pages<P> pages, Reaction<P> reaction, Rules rules, LongAdder ignored) {
        this.pages = pages;
        this.reaction = reaction;
        this.rules = rules;
        this.ignored = ignored;
    }

    @Override
    public String pageOf(Incoming event) {
        return reaction.pageOf(event);
    }

    @Override
    public boolean matters(Incoming event) {
        return reaction.matters(event);
    }

    @Override
    public Mono<List<Entry>> absorb(Map<String, List<Incoming>> byPage) {
        return Flux.fromIterable(byPage.entrySet())
                .flatMap(entry -> absorb(entry.getKey(), entry.getValue()), SIDE_BY_SIDE)
                .flatMapIterable(left -> left)
                .collectList();
    }

    private Mono<List<Entry>> absorb(String page, List<Incoming> events) {
        Reader reader = new Reader(events);
        Cause cause = Cause.messages(List.of()).tracedBy(events.getLast().traceparent());
        return pages.absorb(page, cause, reader::read)
                .retry(2)
                .map(outcome -> switch (outcome) {
                    case Outcome.Done<P> done -> reader.left(page);
                    case Outcome.Refused<P> refused ->
                        unsaved(page, events, refused.refusal().code());
                })
                .onErrorResume(failure -> Mono.just(unsaved(page, events, failure.toString())));
    }

    private static List<Entry> unsaved(String page, List<Incoming> events, String note) {
        return events.stream()
                .map(event -> new Entry(page, new Fold.Left(event, Reason.UNSAVED, note)))
                .toList();
    }

    @Override
    public Mono<Map<String, Map<String, Mark>>> marks(List<String> ids) {
        return pages.marks(ids).collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** One reading of one page; the store may have it start again on a newer page. */
    private final class Reader {
        private final List<Incoming> events;
        private Page<P> page;
        private List<NewEvent> told;
        private volatile Fold fold;

        Reader(List<Incoming> events) {
            this.events = events;
        }

        Step<P> read(Page<P> start, Map<String, Mark> marks) {
            page = start;
            told = new ArrayList<>();
            Fold reading = Fold.of(marks, events, rules, this::take);
            fold = reading;
            boolean same = page.body() == start.body() && told.isEmpty();
            return new Step<>(same ? Verdict.unchanged() : Verdict.changed(page.body(), told), reading.moved());
        }

        private void take(Incoming event) {
            switch (reaction.apply(page, event)) {
                case Changed<P> changed -> follow(changed);
                case Verdict.Unchanged<P> unchanged -> ignored.increment();
                case Verdict.Refused<P> refused ->
                    throw new IllegalStateException(
                            "a message was refused: " + refused.refusal().code());
            }
        }

        private void follow(Changed<P> changed) {
            told.addAll(changed.events());
            long number = page.number() + changed.events().size();
            page = new Page<>(page.id(), page.version(), number, changed.body());
        }

        List<Entry> left(String id) {
            return fold.left().stream().map(left -> new Entry(id, left)).toList();
        }
    }
}
