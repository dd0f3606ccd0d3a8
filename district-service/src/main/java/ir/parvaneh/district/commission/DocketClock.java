package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import java.time.Instant;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Looks for dockets whose term is over in the city's time. No decision on a docket is ever under way elsewhere. */
final class DocketClock {
    private static final int AT_ONCE = 200;

    private final Pages<Docket> dockets;
    private final DocketTerms terms;
    private final CityClock clock;

    DocketClock(Pages<Docket> dockets, DocketTerms terms, CityClock clock) {
        this.dockets = dockets;
        this.terms = terms;
        this.clock = clock;
    }

    /** One look; completes with the number of dockets spoken to. */
    Mono<Long> sweep() {
        Instant now = clock.now();
        Document due = new Document(DocketPages.NEXT_DUE, new Document("$lt", DocketPages.text(terms.dueBefore(now))));
        return dockets.query(due, new Document(DocketPages.NEXT_DUE, 1), AT_ONCE)
                .map(Page::id)
                .collectList()
                .flatMapIterable(late -> late)
                .concatMap(id -> dockets.change(id, Cause.clock(), page -> terms.speak(page, now)))
                .count();
    }
}
