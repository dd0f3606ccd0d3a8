package ir.parvaneh.application.document;

import io.swagger.v3.oas.annotations.Operation;
import ir.parvaneh.application.checklist.PapersOfTheFile;
import ir.parvaneh.application.document.DocumentView.VersionView;
import ir.parvaneh.application.document.HeldPaper.Version;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileDoor;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.ETags;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Slice;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The papers of a file: what is held, their contents, and what a clerk says about a scan. A paper that another file
 * brought is read by naming the file it is read for.
 */
@RestController
final class DocumentEndpoints {

    private final FileDoor door;
    private final HeldPapers papers;
    private final PapersOfTheFile standing;
    private final ScanChecks checks;
    private final PaperKinds kinds;
    private final WaitingScans waiting;
    private final Readings readings;
    private final Downloading downloading;
    private final Commands commands;
    private final CityClock clock;

    DocumentEndpoints(
            FileDoor door,
            HeldPapers papers,
            PapersOfTheFile standing,
            ScanChecks checks,
            PaperKinds kinds,
            WaitingScans waiting,
            Readings readings,
            Downloading downloading,
            Commands commands,
            CityClock clock) {
        this.door = door;
        this.papers = papers;
        this.standing = standing;
        this.checks = checks;
        this.kinds = kinds;
        this.waiting = waiting;
        this.readings = readings;
        this.downloading = downloading;
        this.commands = commands;
        this.clock = clock;
    }

    /** A paper and the file it is looked at for. */
    private record Found(ApplicationFile file, Page<HeldPaper> paper) {}

    /** Every paper that reaches the file; with a digest, those that hold it. */
    @GetMapping("/v1/applications/{id}/documents")
    Mono<Slice<DocumentView>> documents(
            @PathVariable String id, Caller caller, @RequestParam(required = false) String digest) {
        return door.open(id, caller, PaperSight::refusedToRead).flatMap(file -> papers.of(file)
                .filter(paper -> digest == null
                        || paper.versions().stream()
                                .anyMatch(one -> one.digest().equals(digest)))
                .map(paper -> view(paper, file))
                .collectList()
                .map(found -> new Slice<>(found, null)));
    }

    @GetMapping("/v1/documents/{id}")
    Mono<ResponseEntity<DocumentView>> document(
            @PathVariable String id, Caller caller, @RequestParam(required = false) String application) {
        return found(id, application, caller, PaperSight::refusedToRead).map(found -> ResponseEntity.ok()
                .eTag(ETags.of(found.paper().version()))
                .body(view(found.paper().body(), found.file())));
    }

    /** The content of a version, the latest unless another is asked for; that it was read is written down first. */
    @GetMapping("/v1/documents/{id}/content")
    Mono<Void> content(
            @PathVariable String id,
            Caller caller,
            @RequestParam(required = false) String application,
            @RequestParam(required = false) Integer version,
            ServerWebExchange exchange) {
        return found(id, application, caller, PaperSight::refusedToRead)
                .flatMap(found -> version(found.paper().body(), version)
                        .flatMap(one -> readings.note(id, one, found.file().id(), caller.personId())
                                .then(downloading.give(one, exchange.getResponse()))));
    }

    private static Mono<Version> version(HeldPaper paper, Integer number) {
        return Mono.justOrEmpty(number == null ? Optional.of(paper.latest()) : paper.version(number))
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")));
    }

    /** Accepts or rejects the scan of the latest version. */
    @PostMapping("/v1/documents/{id}/quality-checks")
    Mono<ResponseEntity<DocumentView>> check(
            @PathVariable String id,
            Caller caller,
            @RequestParam(required = false) String application,
            @RequestBody QualityRequest request,
            ServerWebExchange exchange) {
        return commands.change(exchange, caller.personId(), command -> found(
                        id, application, caller, PaperSight::refusedToCheck)
                .flatMap(found -> papers.pages()
                        .change(
                                id,
                                command.cause(),
                                page -> QualityCheck.decide(
                                        page,
                                        found.file().id(),
                                        caller.personId(),
                                        command.staleAt(page.version()),
                                        request,
                                        clock.now()))
                        .map(Commands::saved)
                        .flatMap(saved ->
                                standing.tellOf(List.of(saved.page().body())).thenReturn(saved))
                        .map(saved ->
                                Commands.head(saved).body(view(saved.page().body(), found.file())))));
    }

    /** Accepts or rejects several scans of a file. */
    @Operation(summary = "Judges several scans of a file", description = """
            Each names the version that was looked at; the checklist's toCheck holds them. The first that is refused ends the call, and what was
            judged before it stands.""")
    @PostMapping("/v1/applications/{id}/quality-checks")
    Mono<Slice<DocumentView>> checkAll(
            @PathVariable String id,
            Caller caller,
            @RequestBody ScanChecksRequest request,
            ServerWebExchange exchange) {
        return commands.create(exchange, caller.personId(), command -> door.open(id, caller, PaperSight::refusedToCheck)
                .flatMap(file -> checks.all(file, caller, command, request)
                        .map(checked -> new Slice<>(
                                checked.stream().map(paper -> view(paper, file)).toList(), null))));
    }

    /** The scans that wait for a look at the caller's office, oldest first. */
    @GetMapping("/v1/quality-checks")
    Mono<Slice<WaitingScan>> waiting(
            Caller caller,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return waiting.of(caller, Slice.limit(limit), cursor);
    }

    /** A scan that waits for a look. */
    record WaitingScan(String documentId, String applicationId, String kind, VersionView version) {}

    private Mono<Found> found(
            String id,
            String application,
            Caller caller,
            BiFunction<Caller, ApplicationFile, Optional<Refusal>> refused) {
        return papers.find(id)
                .flatMap(paper -> door.open(
                                application == null ? paper.body().applicationId() : application, caller, refused)
                        .filter(file -> HeldPapers.reaches(paper.body(), file))
                        .map(file -> new Found(file, paper)))
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")));
    }

    private DocumentView view(HeldPaper paper, ApplicationFile file) {
        return DocumentView.of(paper, kinds.kind(paper.kind()).orElseThrow(), file.id(), clock.now());
    }
}
