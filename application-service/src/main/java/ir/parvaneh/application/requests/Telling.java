package ir.parvaneh.application.requests;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.application.file.FilePages;
import ir.parvaneh.application.file.Request;
import ir.parvaneh.application.file.Ruling;
import ir.parvaneh.application.permit.Construction;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Turns;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.process.Evidence;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells open applications what became of their permit since they were filed. It starts from where permits stand: one
 * shows that there is something to tell until all know it, so nothing is missed and telling twice is harmless.
 */
public final class Telling {

    private static final int AT_ONCE = 200;

    private final Pages<ApplicationFile> files;
    private final FileJudge judge;
    private final PermitReading reading;
    private final CityClock clock;
    private final Turns turns = new Turns("the word to applications", 4);

    Telling(Pages<ApplicationFile> files, FileJudge judge, PermitReading reading, CityClock clock) {
        this.files = files;
        this.judge = judge;
        this.reading = reading;
        this.clock = clock;
    }

    /** One look at the permits that owe a word; completes when their applications know. */
    Mono<Void> sweep() {
        Document due = new Document(FilePages.REQUESTS_DUE, new Document("$gt", ""));
        Flux<Page<ApplicationFile>> owing = files.query(due, new Document(FilePages.REQUESTS_DUE, 1), AT_ONCE);
        return turns.each(owing, Page::id, page -> tell(page.body()));
    }

    /** Something beside the permit's own steps changed, such as its papers; nothing to do while no application is open. */
    public Mono<Void> owe(String permitId) {
        return files.find(permitId)
                .filter(page -> page.body().hasOpenRequests())
                .flatMap(page -> files.change(permitId, Cause.clock(), Telling::owing))
                .then();
    }

    private static Verdict<ApplicationFile> owing(Page<ApplicationFile> page) {
        return Verdict.changed(page.body().owingRequests(page.version() + 1));
    }

    private Mono<Void> tell(ApplicationFile permit) {
        return said(permit)
                .flatMapMany(said -> Flux.fromIterable(permit.requests())
                        .filter(request -> request.outcome() == null)
                        .map(Request::id)
                        .concatMap(id -> files.change(id, Cause.clock(), page -> told(page, said))
                                .map(Commands::saved)))
                .then(Mono.defer(() -> files.change(permit.id(), Cause.clock(), page -> settled(page, permit))))
                .then();
    }

    /** Of a permit that is being amended nothing but its papers: what it says of itself was not approved. */
    private Mono<List<Evidence>> said(ApplicationFile permit) {
        return Construction.standsAsIssued(permit.process())
                ? reading.of(permit)
                : reading.papersOf(permit).map(List::of);
    }

    private Verdict<ApplicationFile> told(Page<ApplicationFile> page, List<Evidence> said) {
        return switch (judge.learn(page, said, clock.now())) {
            case Ruling.Moved(var file, var events) ->
                events.isEmpty() ? Verdict.unchanged() : Verdict.changed(file, events);
            case Ruling.Refused ended -> Verdict.unchanged();
        };
    }

    /** What became due meanwhile stays so. */
    private static Verdict<ApplicationFile> settled(Page<ApplicationFile> page, ApplicationFile told) {
        return page.body().requestsDue() == told.requestsDue()
                ? Verdict.changed(page.body().owingRequests(0))
                : Verdict.unchanged();
    }
}
