package ir.parvaneh.application.certificate;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FilePages;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.chassis.web.Commands;
import org.bson.Document;
import reactor.core.publisher.Mono;

/**
 * Orders the papers of files. It starts from where files stand: a file shows that a paper is due until its order is kept,
 * so nothing is missed, and ordering twice changes nothing. What the paper says is read from the file's history.
 */
final class Ordering {

    private static final int AT_ONCE = 200;
    private static final int SIDE_BY_SIDE = 4;
    private static final int WHOLE_HISTORY = 100_000;

    private final Pages<ApplicationFile> files;
    private final Pages<Orders> orders;
    private final OrderReading reading;

    Ordering(Pages<ApplicationFile> files, Pages<Orders> orders, OrderReading reading) {
        this.files = files;
        this.orders = orders;
        this.reading = reading;
    }

    /** One look at the files with a paper due; completes when the order of each is kept. */
    Mono<Void> sweep() {
        Document due = new Document(FilePages.PAPERS_DUE, new Document("$gt", ""));
        return files.query(due, new Document(FilePages.PAPERS_DUE, 1), AT_ONCE)
                .map(Page::body)
                .flatMap(this::order, SIDE_BY_SIDE)
                .then();
    }

    private Mono<Void> order(ApplicationFile file) {
        return files.events(file.id(), 1, WHOLE_HISTORY)
                .map(Incoming::of)
                .reduce(Orders.none(), reading::after)
                .filter(told -> told.order(file.papersDue()).isPresent())
                .flatMap(told -> orders.change(file.id(), Cause.clock(), page -> kept(page.body(), told)))
                .map(Commands::saved)
                .flatMap(kept -> files.change(file.id(), Cause.clock(), page -> settled(page.body(), file.papersDue())))
                .then();
    }

    private static Verdict<Orders> kept(Orders before, Orders told) {
        Orders after = before.read(told);
        return after.equals(before) ? Verdict.unchanged() : Verdict.changed(after);
    }

    private static Verdict<ApplicationFile> settled(ApplicationFile now, long due) {
        return now.papersDue() == due ? Verdict.changed(now.owingPapers(0)) : Verdict.unchanged();
    }
}
