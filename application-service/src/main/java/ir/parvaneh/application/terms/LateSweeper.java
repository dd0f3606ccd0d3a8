package ir.parvaneh.application.terms;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FilePages;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Turns;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks for files whose next term is over in the city's time. It is silent while the inbox
 * lags: a decision made in time may still be on its way.
 */
final class LateSweeper {

    private static final int AT_ONCE = 200;

    private final Pages<ApplicationFile> files;
    private final Lateness lateness;
    private final CityClock clock;
    private final Mono<Boolean> inboxLags;
    private final Turns turns = new Turns("the end of a term", 4);

    LateSweeper(Pages<ApplicationFile> files, Lateness lateness, CityClock clock, Mono<Boolean> inboxLags) {
        this.files = files;
        this.lateness = lateness;
        this.clock = clock;
        this.inboxLags = inboxLags;
    }

    /** One look; completes when every late file found was spoken to. */
    Mono<Void> sweep() {
        return Mono.defer(() -> late(clock.now()))
                .filter(late -> !late.isEmpty())
                .flatMap(late -> inboxLags.flatMap(lags -> lags ? Mono.empty() : speakTo(late)));
    }

    private Mono<List<String>> late(Instant now) {
        String before = FilePages.text(lateness.dueBefore(now));
        Document due = new Document(FilePages.NEXT_DUE, new Document("$lt", before));
        return files.query(due, new Document(FilePages.NEXT_DUE, 1), AT_ONCE)
                .map(Page::id)
                .collectList();
    }

    private Mono<Void> speakTo(List<String> late) {
        return turns.each(
                Flux.fromIterable(late),
                id -> id,
                id -> files.change(id, Cause.clock(), page -> lateness.speak(page, clock.now())));
    }
}
