package ir.parvaneh.application.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FilePages;
import ir.parvaneh.application.file.FileViews;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.process.ClockLedger;
import ir.parvaneh.process.ProcessFile.OpenStage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /v1/tracking/{code}}: public. */
@RestController
final class TrackingEndpoints {

    private final Pages<ApplicationFile> files;
    private final FileViews views;

    TrackingEndpoints(Pages<ApplicationFile> files, FileViews views) {
        this.files = files;
        this.views = views;
    }

    /** What anybody may know: the stage, who holds it, since and until when; members without a value are null. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Tracking(
            String stage,
            Titles title,
            String holder,
            Instant since,
            Instant dueAt,
            LocalDate promisedOn,
            String outcome) {}

    @GetMapping("/v1/tracking/{code}")
    Mono<Tracking> track(@PathVariable String code) {
        String written = code.strip().toUpperCase(Locale.ROOT);
        return files.query(new Document(FilePages.TRACKING_CODE, written), new Document(), 1)
                .next()
                .map(Page::body)
                .map(this::tracking)
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")));
    }

    private Tracking tracking(ApplicationFile file) {
        Optional<OpenStage> deciding = ClockLedger.decidingNow(file.process());
        return new Tracking(
                file.stage(),
                views.stageTitle(file),
                deciding.map(open -> open.holder().wire()).orElse(null),
                deciding.map(OpenStage::enteredAt).orElse(null),
                deciding.map(OpenStage::dueAt).orElse(null),
                views.promisedOn(file),
                file.outcome());
    }
}
