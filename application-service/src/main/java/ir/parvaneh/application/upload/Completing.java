package ir.parvaneh.application.upload;

import ir.parvaneh.application.checklist.PapersOfTheFile;
import ir.parvaneh.application.content.ContentDigest;
import ir.parvaneh.application.content.ContentStore;
import ir.parvaneh.application.document.DocumentView;
import ir.parvaneh.application.document.HeldPaper;
import ir.parvaneh.application.document.HeldPapers;
import ir.parvaneh.application.document.PaperKinds;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.screening.Screened;
import ir.parvaneh.application.screening.Screened.Traits;
import ir.parvaneh.application.screening.Screening;
import ir.parvaneh.application.upload.Upload.State;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Makes a paper of an upload: digest, screening, content, paper, in this order, and the upload is closed last. Each step
 * may be done twice, so that whoever is interrupted between two of them asks again. What is refused stays refused.
 */
final class Completing {

    private final Uploads uploads;
    private final PartFiles parts;
    private final PaperKinds kinds;
    private final Screening screening;
    private final ContentStore contents;
    private final HeldPapers papers;
    private final PapersOfTheFile standing;
    private final CityClock clock;
    private final Scheduler screeners;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    Completing(
            Uploads uploads,
            PartFiles parts,
            PaperKinds kinds,
            Screening screening,
            ContentStore contents,
            HeldPapers papers,
            PapersOfTheFile standing,
            CityClock clock,
            Scheduler screeners) {
        this.uploads = uploads;
        this.parts = parts;
        this.kinds = kinds;
        this.screening = screening;
        this.contents = contents;
        this.papers = papers;
        this.standing = standing;
        this.clock = clock;
        this.screeners = screeners;
    }

    /** The paper of a complete upload; refuses with {@code upload-incomplete} while bytes are missing. */
    Mono<HeldPaper> complete(Upload upload, ApplicationFile file) {
        return switch (upload.state()) {
            case COMPLETED -> papers.find(upload.documentId(), file);
            case REFUSED -> Mono.error(new Refused(upload.refusal()));
            case ABANDONED -> Mono.error(new Refused("not-found"));
            case OPEN ->
                parts.arrived(upload.id())
                        .flatMap(arrived -> arrived == upload.lengthBytes()
                                ? judged(upload, file)
                                : Mono.error(new Refused("upload-incomplete", Map.of("offset", arrived))));
        };
    }

    /** One look at a time at each upload: whoever asks again meanwhile is told so and keeps no screener busy. */
    private Mono<HeldPaper> judged(Upload upload, ApplicationFile file) {
        return Mono.defer(() -> underWay.add(upload.id())
                ? looked(upload, file).doFinally(over -> underWay.remove(upload.id()))
                : Mono.error(new Refused("too-busy")));
    }

    private Mono<HeldPaper> looked(Upload upload, ApplicationFile file) {
        return Mono.fromCallable(() -> screened(upload)).subscribeOn(screeners).flatMap(screened -> switch (screened) {
            case Screened.Passed(Traits traits) -> take(upload, file, traits);
            case Screened.Refused(Refusal refusal) -> refuse(upload, refusal);
        });
    }

    private Screened screened(Upload upload) throws IOException {
        Path part = parts.of(upload.id());
        if (!ContentDigest.of(part).equals(upload.digest())) {
            return Screened.refused("digest-mismatch");
        }
        List<String> types = kinds.kind(upload.kind()).orElseThrow().types();
        return screening.screen(part, types);
    }

    /** Makes a paper of what arrived in one call, under the id that follows from it; there is no upload to be closed. */
    Mono<HeldPaper> atOnce(Upload upload, String uploadId, ApplicationFile file) {
        return Mono.fromCallable(() -> screened(upload)).subscribeOn(screeners).flatMap(screened -> switch (screened) {
            case Screened.Passed(Traits traits) ->
                keep(upload, uploadId, file, traits)
                        .flatMap(paper -> parts.remove(upload.id()).thenReturn(paper));
            case Screened.Refused(Refusal refusal) -> Mono.error(new Refused(refusal));
        });
    }

    private Mono<HeldPaper> take(Upload upload, ApplicationFile file, Traits traits) {
        return keep(upload, upload.id(), file, traits)
                .flatMap(paper -> close(upload, State.COMPLETED, null).thenReturn(paper));
    }

    private Mono<HeldPaper> keep(Upload upload, String uploadId, ApplicationFile file, Traits traits) {
        var filing = new HeldPapers.Filing(
                upload.documentId(),
                uploadId,
                upload.kind(),
                upload.digest(),
                upload.lengthBytes(),
                upload.name(),
                upload.by());
        return contents.keep(upload.digest(), parts.of(upload.id()))
                .then(Mono.defer(() -> papers.file(file, filing, traits, clock.now())))
                .map(outcome -> Commands.saved(outcome).page().body())
                .flatMap(paper -> standing.tellOf(List.of(paper)).thenReturn(paper));
    }

    private Mono<HeldPaper> refuse(Upload upload, Refusal refusal) {
        return close(upload, State.REFUSED, refusal.code()).then(Mono.error(() -> new Refused(refusal)));
    }

    DocumentView view(HeldPaper paper, ApplicationFile file) {
        return DocumentView.of(paper, kinds.kind(paper.kind()).orElseThrow(), file.id(), clock.now());
    }

    /** Closes an open upload and forgets its bytes. */
    Mono<Void> close(Upload upload, State state, String why) {
        return uploads.close(upload, state, why).then(parts.remove(upload.id()));
    }
}
