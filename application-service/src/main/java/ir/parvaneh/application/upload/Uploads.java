package ir.parvaneh.application.upload;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Saved;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.contracts.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** The uploads that were opened. They tell no events; what comes of one is told by its paper. */
final class Uploads {

    private static final String OPEN_FOR = "openFor";
    private static final int CREATED = 201;

    private final Pages<Upload> pages;
    private final UploadPolicy policy;
    private final InstantSource realTime;

    Uploads(Pages<Upload> pages, UploadPolicy policy, InstantSource realTime) {
        this.pages = pages;
        this.policy = policy;
        this.realTime = realTime;
    }

    static Pages.Definition<Upload> definition() {
        return new Pages.Definition<>(
                "uploads",
                "/applications/uploads",
                Topics.APPLICATIONS,
                Upload.class,
                Upload::blank,
                upload -> upload.isOpen() ? Map.of(OPEN_FOR, upload.applicationId()) : Map.of(),
                List.of(Index.sparse(OPEN_FOR)),
                page -> List.of());
    }

    /** An upload as its sender finds it, open or not; {@code not-found} to anybody else. */
    Mono<Upload> of(String id, String personId) {
        return pages.find(id)
                .map(Page::body)
                .filter(upload -> upload.exists() && upload.by().equals(personId))
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")));
    }

    /** An upload that takes parts. */
    Mono<Upload> open(String id, String personId) {
        return of(id, personId).doOnNext(this::mustBeOpen);
    }

    private void mustBeOpen(Upload upload) {
        if (!upload.isOpen()) {
            throw new Refused("upload-closed", Map.of("state", upload.state().wire()));
        }
        if (isExpired(upload)) {
            throw new Refused("upload-expired");
        }
    }

    boolean isExpired(Upload upload) {
        return upload.isOpen() && realTime.instant().isAfter(upload.openedAt().plus(policy.openFor()));
    }

    Mono<Boolean> isKnown(String id) {
        return pages.find(id).hasElement();
    }

    /** Why no further upload may be opened for a file; empty when one may. */
    Mono<Refusal> tooMany(String applicationId) {
        return pages.query(new Document(OPEN_FOR, applicationId), new Document("_id", 1), 200)
                .filter(page -> !isExpired(page.body()))
                .count()
                .filter(open -> open >= policy.openAtOnce())
                .map(open -> new Refusal("too-many-uploads", Map.of("most", policy.openAtOnce())));
    }

    Mono<Saved<Upload>> begin(String id, Cause cause, String applicationId, UploadRequest request, String by) {
        Instant now = realTime.instant();
        return pages.change(
                        id,
                        cause,
                        page -> Verdict.changed(
                                Upload.opened(id, applicationId, request, by, now), List.of(), CREATED, null))
                .map(Commands::saved);
    }

    /** Closes an open upload; one that is closed stays as it is. */
    Mono<Void> close(Upload upload, Upload.State state, String why) {
        return pages.change(
                        upload.id(),
                        Cause.clock(),
                        page -> page.body().isOpen()
                                ? Verdict.changed(page.body().in(state, why))
                                : Verdict.unchanged())
                .map(Commands::saved)
                .then();
    }
}
