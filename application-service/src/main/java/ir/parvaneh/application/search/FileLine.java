package ir.parvaneh.application.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileView;
import ir.parvaneh.application.file.FileViews;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.process.ClockLedger;
import ir.parvaneh.process.ProcessFile.OpenStage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A file in a list. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record FileLine(
        String id,
        String requestType,
        int districtNo,
        String officeId,
        String renovationCode,
        String trackingCode,
        String ownerId,
        Instant filedAt,
        String stage,
        Titles stageTitle,
        List<FileView.OpenStage> open,
        String holder,
        Instant dueAt,
        LocalDate promisedOn,
        String outcome,
        Instant changedAt,
        long version) {

    static FileLine of(ApplicationFile file, FileViews views) {
        Optional<OpenStage> deciding = ClockLedger.decidingNow(file.process());
        return new FileLine(
                file.id(),
                file.facts().requestType(),
                file.facts().districtNo(),
                file.officeId(),
                file.facts().renovationCode(),
                file.facts().trackingCode(),
                file.ownerId(),
                file.filedAt(),
                file.stage(),
                views.stageTitle(file),
                views.open(file),
                deciding.map(open -> open.holder().wire()).orElse(null),
                deciding.map(OpenStage::dueAt).orElse(null),
                views.promisedOn(file),
                file.outcome(),
                file.changedAt(),
                file.changed());
    }
}
