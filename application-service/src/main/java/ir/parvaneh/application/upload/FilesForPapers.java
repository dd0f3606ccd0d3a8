package ir.parvaneh.application.upload;

import ir.parvaneh.application.document.PaperSight;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.web.Refused;
import reactor.core.publisher.Mono;

/** Files as those find them who bring papers to them. */
final class FilesForPapers {

    private final Pages<ApplicationFile> files;

    FilesForPapers(Pages<ApplicationFile> files) {
        this.files = files;
    }

    /** Fails with {@code not-found} or {@code forbidden} for whoever may file no paper there. */
    Mono<ApplicationFile> file(String id, Caller caller) {
        return files.find(id)
                .map(Page::body)
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")))
                .doOnNext(file -> PaperSight.refusedToFile(caller, file).ifPresent(refusal -> {
                    throw new Refused(refusal);
                }));
    }
}
