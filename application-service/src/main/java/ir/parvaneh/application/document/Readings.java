package ir.parvaneh.application.document;

import ir.parvaneh.application.document.HeldPaper.Version;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.contracts.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Who read the content of which paper, and for which file: a chain of its own for each paper, written before the content
 * is given away. A deed and a birth certificate say more of a person than his profile does.
 */
final class Readings {
    private static final String SOURCE = "/applications/document-readings";

    private final Pages<Count> pages;
    private final CityClock clock;

    Readings(Pages<Count> pages, CityClock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /** How often a paper was read. */
    record Count(long times) {
        Count more() {
            return new Count(times + 1);
        }
    }

    /** @param applicationId the file it was read for */
    private record DocumentRead(String applicationId, int version, String digest, String reader, Instant at) {}

    static Pages.Definition<Count> definition() {
        return new Pages.Definition<>(
                "document-readings",
                SOURCE,
                Topics.APPLICATIONS,
                Count.class,
                paper -> new Count(0),
                count -> Map.of(),
                List.of(),
                page -> List.of());
    }

    Mono<Void> note(String paperId, Version version, String applicationId, String reader) {
        var read = new DocumentRead(applicationId, version.number(), version.digest(), reader, clock.now());
        return pages.change(
                        paperId,
                        Cause.clock(),
                        page -> Verdict.changed(page.body().more(), new NewEvent("document-read", read)))
                .map(Commands::saved)
                .then();
    }
}
