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
import java.util.function.Function;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks for files whose next term is over in the city's time. A decision made in time may still be on its way: while
 * the inbox lags it is silent, and before it speaks to a file it asks the desks what they decided on it.
 */
final class LateSweeper {

    private static final int AT_ONCE = 200;

    private final Pages<ApplicationFile> files;
    private final Lateness lateness;
    private final CityClock clock;
    private final Mono<Boolean> inboxLags;
    private final Function<String, Mono<Void>> desksHeard;
    private final Turns turns = new Turns("the end of a term", 4);

    /** @param desksHeard completes when a file knows all its desks decided; fails when one cannot be asked */
    LateSweeper(
            Pages<ApplicationFile> files,
            Lateness lateness,
            CityClock clock,
            Mono<Boolean> inboxLags,
            Function<String, Mono<Void>> desksHeard) {
        this.files = files;
        this.lateness = lateness;
        this.clock = clock;
        this.inboxLags = inboxLags;
        this.desksHeard = desksHeard;
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
        return turns.each(Flux.fromIterable(late), id -> id, this::speakTo);
    }

    private Mono<Void> speakTo(String id) {
        return desksHeard
                .apply(id)
                .then(Mono.defer(() -> files.change(id, Cause.clock(), page -> lateness.speak(page, clock.now()))))
                .then();
    }
}
