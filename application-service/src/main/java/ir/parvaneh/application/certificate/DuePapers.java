package ir.parvaneh.application.certificate;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FilePages;
import ir.parvaneh.application.requests.Telling;
import ir.parvaneh.chassis.clock.Turns;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Incoming;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds the files that wait for a paper and has it issued. It starts from where files stand: a file shows that a paper is
 * due until it was issued, so nothing is missed, whoever dies in between. What papers say is read from the file's history.
 */
final class DuePapers {

    private static final int AT_ONCE = 200;
    private static final int WHOLE_HISTORY = 100_000;

    private final Pages<ApplicationFile> files;
    private final OrderReading reading;
    private final Issuing issuing;
    private final Telling telling;
    private final Turns turns = new Turns("the paper", 4);

    DuePapers(Pages<ApplicationFile> files, OrderReading reading, Issuing issuing, Telling telling) {
        this.files = files;
        this.reading = reading;
        this.issuing = issuing;
        this.telling = telling;
    }

    /** One look at the files with a paper due; completes when each is issued. */
    Mono<Void> sweep() {
        Document due = new Document(FilePages.PAPERS_DUE, new Document("$gt", ""));
        Flux<Page<ApplicationFile>> waiting = files.query(due, new Document(FilePages.PAPERS_DUE, 1), AT_ONCE);
        return turns.each(waiting, Page::id, page -> issue(page.body()));
    }

    private Mono<Void> issue(ApplicationFile file) {
        return files.events(file.id(), 1, WHOLE_HISTORY)
                .map(Incoming::of)
                .reduce(Orders.none(), reading::after)
                .filter(orders -> orders.order(file.papersDue()).isPresent())
                .flatMap(orders -> issuing.issue(file.id(), orders)
                        .then(telling.owe(orders.subject().building(file.id())))
                        .then(settled(file)));
    }

    /** A paper that became due meanwhile stays so. */
    private Mono<Void> settled(ApplicationFile file) {
        return files.change(
                        file.id(),
                        Cause.clock(),
                        page -> page.body().papersDue() == file.papersDue()
                                ? Verdict.changed(page.body().owingPapers(0))
                                : Verdict.unchanged())
                .then();
    }
}
