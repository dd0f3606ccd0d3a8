package ir.parvaneh.application.document;

import ir.parvaneh.application.checklist.PapersOfTheFile;
import ir.parvaneh.application.document.HeldPaper.Quality;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Command;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A clerk looks at several scans of one file. Each is judged as if it came alone; what somebody else has found the same
 * already is no fault. The first that is refused ends the call, and what was judged before it stands.
 */
final class ScanChecks {

    private final HeldPapers papers;
    private final PapersOfTheFile standing;
    private final CityClock clock;

    ScanChecks(HeldPapers papers, PapersOfTheFile standing, CityClock clock) {
        this.papers = papers;
        this.standing = standing;
        this.clock = clock;
    }

    Mono<List<HeldPaper>> all(ApplicationFile file, Caller clerk, Command command, ScanChecksRequest request) {
        List<HeldPaper> done = new ArrayList<>();
        return Flux.defer(() -> Flux.fromIterable(request.checked()))
                .concatMap(check -> one(file, clerk, command, check))
                .doOnNext(done::add)
                .then()
                .onErrorResume(refused -> standing.tellOf(done).then(Mono.error(refused)))
                .then(Mono.defer(() -> standing.tellOf(done)))
                .then(Mono.fromSupplier(() -> List.copyOf(done)));
    }

    private Mono<HeldPaper> one(ApplicationFile file, Caller clerk, Command command, ScanChecksRequest.One check) {
        var cause =
                command.item(check.documentId(), check.version(), Duration.ZERO).cause();
        return papers.find(check.documentId(), file)
                .switchIfEmpty(Mono.error(() -> Refused.at("document-unknown", "/checks")))
                .flatMap(known ->
                        papers.pages().change(known.id(), cause, page -> verdict(page, file, clerk, command, check)))
                .map(Commands::saved)
                .map(saved -> saved.page().body());
    }

    private Verdict<HeldPaper> verdict(
            Page<HeldPaper> page, ApplicationFile file, Caller clerk, Command command, ScanChecksRequest.One check) {
        HeldPaper.Version latest = page.body().latest();
        Quality found = check.accepted() ? Quality.ACCEPTED : Quality.REJECTED;
        if (latest.number() == check.version() && latest.check().quality() == found) {
            return Verdict.unchanged();
        }
        var stale =
                command.item(check.documentId(), check.version(), Duration.ZERO).staleAt(latest.number());
        return QualityCheck.decide(page, file.id(), clerk.personId(), stale, check.judged(), clock.now());
    }
}
