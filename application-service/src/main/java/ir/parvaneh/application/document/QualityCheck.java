package ir.parvaneh.application.document;

import ir.parvaneh.application.document.HeldPaper.Check;
import ir.parvaneh.application.document.HeldPaper.Quality;
import ir.parvaneh.application.document.HeldPaper.Version;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A clerk or the head of the office looks at a scan [S13]: once for each version, never his own, and with reasons when it cannot be read. */
final class QualityCheck {

    private QualityCheck() {}

    static Verdict<HeldPaper> decide(
            Page<HeldPaper> page,
            String fileId,
            String clerkId,
            Optional<Refusal> stale,
            QualityRequest request,
            Instant now) {
        Version latest = page.body().latest();
        return stale.or(() -> refused(latest, clerkId, request))
                .<Verdict<HeldPaper>>map(Verdict::refused)
                .orElseGet(() -> checked(page, fileId, clerkId, request, now));
    }

    private static Optional<Refusal> refused(Version latest, String clerkId, QualityRequest request) {
        if (latest.check().quality() != Quality.UNCHECKED) {
            return Optional.of(new Refusal("already-checked"));
        }
        if (latest.by().equals(clerkId)) {
            return Optional.of(new Refusal("separation-of-duties"));
        }
        if (!request.accepted() && request.reasons().stream().noneMatch(Reasons::isGiven)) {
            return Optional.of(new Refusal("reasons-required"));
        }
        return Reasons.personal(request.reasons());
    }

    private static Verdict<HeldPaper> checked(
            Page<HeldPaper> page, String fileId, String clerkId, QualityRequest request, Instant now) {
        Quality quality = request.accepted() ? Quality.ACCEPTED : Quality.REJECTED;
        HeldPaper after =
                page.body().checked(new Check(quality, clerkId, now, request.resolution(), request.reasons()));
        List<String> codes = request.reasons().stream().map(Reason::code).toList();
        var told = new DocumentChecked(fileId, after.latest().number(), quality, clerkId, codes, now);
        return Verdict.changed(after, new NewEvent("document-checked", told));
    }
}
