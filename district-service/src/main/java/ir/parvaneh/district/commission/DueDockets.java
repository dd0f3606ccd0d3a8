package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Turns;
import ir.parvaneh.chassis.desk.Task;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.district.page.DistrictPage;
import ir.parvaneh.district.page.DistrictPages;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Opens the docket a file waits for. It starts from where files stand: a page shows that a docket is due until it has
 * heard of one, so nothing is missed and looking twice is harmless.
 */
final class DueDockets {
    private static final int AT_ONCE = 200;

    private final Pages<DistrictPage> files;
    private final Openings openings;
    private final Referring referring;
    private final CityClock clock;
    private final Turns turns = new Turns("the docket", 8);

    DueDockets(Pages<DistrictPage> files, Pages<Docket> dockets, Referring referring, CityClock clock) {
        this.files = files;
        this.openings = new Openings(dockets);
        this.referring = referring;
        this.clock = clock;
    }

    /** One look at the files that wait; completes when each has its docket. */
    Mono<Void> sweep() {
        Document waits = new Document(DistrictPages.DOCKET_DUE, new Document("$gt", ""));
        Flux<Page<DistrictPage>> waiting = files.query(waits, new Document(DistrictPages.DOCKET_DUE, 1), AT_ONCE);
        return turns.each(waiting, Page::id, this::open);
    }

    private Mono<Void> open(Page<DistrictPage> file) {
        return Mono.justOrEmpty(file.body().docketDue())
                .flatMap(task -> openings.open(file.id(), Cause.clock(), new Referred(file, task)))
                .then();
    }

    /** What a file that waits wishes for: whatever is open will answer it, and one docket is enough for each opening. */
    private final class Referred implements Openings.Wish {
        private final Page<DistrictPage> file;
        private final Task task;

        Referred(Page<DistrictPage> file, Task task) {
            this.file = file;
            this.task = task;
        }

        @Override
        public Verdict<Docket> open(Page<Docket> blank) {
            return referring.open(blank, file.id(), file.body(), task, clock.now());
        }

        @Override
        public Verdict<Docket> taken(String docketId) {
            return Verdict.unchanged();
        }

        @Override
        public boolean isMetBy(Docket ended) {
            Long opening = ended.facts().opening();
            return opening != null && opening == task.opening();
        }
    }
}
