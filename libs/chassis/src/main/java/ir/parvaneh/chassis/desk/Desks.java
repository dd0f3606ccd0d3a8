package ir.parvaneh.chassis.desk;

import com.mongodb.reactivestreams.client.MongoCollection;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Cursors;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The desks a service keeps in its pages, with the collection of their rows. Its endpoints are {@link DeskEndpoints}. */
public final class Desks<P> {
    private static final int SWEEP = 200;

    private final Pages<P> pages;
    private final DeskLens<P> lens;
    private final CityClock clock;
    final DeskScope scope;
    final DeskCommands<P> commands;
    final DeskAnswers<P> answers;
    final DeskLists lists;

    /** @param rows collection {@link DeskRows#COLLECTION}, opened with {@link DeskRows#INDEXES} */
    public Desks(
            Pages<P> pages,
            DeskLens<P> lens,
            DeskScope scope,
            EvidenceSchemas rules,
            MongoCollection<Document> rows,
            Cursors cursors,
            CityClock clock) {
        this.pages = pages;
        this.lens = lens;
        this.clock = clock;
        this.scope = scope;
        this.commands = new DeskCommands<>(pages, lens, scope, rules, clock);
        this.answers = new DeskAnswers<>(commands);
        this.lists = new DeskLists(rows, cursors);
    }

    /** Ends claims older than the policy (city time); to be called now and then. Tells how many files it touched. */
    public Mono<Long> lapse(Duration policy) {
        return lists.claimedBefore(clock.now().minus(policy), SWEEP)
                .concatMap(id -> pages.change(id, Cause.clock(), page -> {
                    var move = lens.read().apply(page.body()).lapsed(clock.now(), policy, page.version() + 1);
                    return move.events().isEmpty()
                            ? Verdict.unchanged()
                            : Verdict.changed(lens.write().apply(page.body(), move.desk()), move.events());
                }))
                .count();
    }

    /** Files whose open task at one of these stages is kept for none of these people in that role, not all at once. */
    public Flux<String> keptForNone(String desk, List<String> stages, String role, List<String> people) {
        return lists.keptForNone(desk, stages, role, people, SWEEP);
    }

    /** How many open tasks lie on a desk. */
    public Mono<Long> open(String desk) {
        return lists.open(desk);
    }

    /** How many decisions have waited for their verdict longer than that (city time). */
    public Mono<Long> withoutVerdict(Duration longer) {
        return lists.pendingBefore(clock.now().minus(longer));
    }
}
