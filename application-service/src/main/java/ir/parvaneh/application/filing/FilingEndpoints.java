package ir.parvaneh.application.filing;

import ir.parvaneh.application.checklist.PapersOfTheFile;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileDoor;
import ir.parvaneh.application.file.FileView;
import ir.parvaneh.application.file.FileViews;
import ir.parvaneh.application.file.Learning;
import ir.parvaneh.application.file.Sight;
import ir.parvaneh.application.permit.Construction;
import ir.parvaneh.application.requests.PermitReading;
import ir.parvaneh.application.requests.RequestIds;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Saved;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Command;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.ETags;
import ir.parvaneh.chassis.web.Refused;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code /v1/applications}: a citizen files, reads, acts, and lets others act for him. */
@RestController
final class FilingEndpoints {

    private final FileDoor door;
    private final Pages<ApplicationFile> files;
    private final FileViews views;
    private final Commands commands;
    private final Drafting drafting;
    private final Acting acting;
    private final PermitReading reading;
    private final PapersOfTheFile papers;
    private final CityClock clock;
    private final TrackingCodes codes = new TrackingCodes();

    FilingEndpoints(
            FileDoor door,
            Pages<ApplicationFile> files,
            FileViews views,
            Commands commands,
            Drafting drafting,
            Acting acting,
            PermitReading reading,
            PapersOfTheFile papers,
            CityClock clock) {
        this.door = door;
        this.files = files;
        this.views = views;
        this.commands = commands;
        this.drafting = drafting;
        this.acting = acting;
        this.reading = reading;
        this.papers = papers;
        this.clock = clock;
    }

    /** Begins a draft; its owner is the caller. */
    @PostMapping("/v1/applications")
    Mono<ResponseEntity<FileView>> draft(Caller caller, @RequestBody DraftRequest request, ServerWebExchange exchange) {
        mustBeCitizen(caller);
        String code = codes.get();
        return permit(request)
                .flatMap(permit -> commands.create(exchange, caller.personId(), command -> change(
                                newId(command, request),
                                command,
                                page -> drafting.draft(page, caller, request, permit, code, clock.now()))
                        .map(saved -> Commands.head(saved)
                                .location(URI.create(
                                        "/v1/applications/" + saved.page().id()))
                                .body(views.of(saved.page().body(), caller)))));
    }

    /** The permit a request names, as the store has it now. */
    private Mono<Optional<Drafting.Named>> permit(DraftRequest request) {
        return request.permitId() == null
                ? Mono.just(Optional.empty())
                : files.findFresh(request.permitId())
                        .map(Page::body)
                        .filter(ApplicationFile::exists)
                        .flatMap(this::named)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty());
    }

    private Mono<Drafting.Named> named(ApplicationFile permit) {
        return Construction.issued(permit.process())
                ? reading.of(permit).map(said -> new Drafting.Named(permit, said))
                : Mono.just(new Drafting.Named(permit, List.of()));
    }

    private static String newId(Command command, DraftRequest request) {
        String id = command.newId("application");
        return request.permitId() == null ? id : RequestIds.about(request.permitId(), id);
    }

    /** The file as the caller may see it. */
    @GetMapping("/v1/applications/{id}")
    Mono<ResponseEntity<FileView>> read(@PathVariable String id, Caller caller) {
        return door.seen(id, caller)
                .map(file -> ResponseEntity.ok().eTag(ETags.of(file.changed())).body(views.of(file, caller)));
    }

    /** Acts on a file as its owner, attorney or co-owner. */
    @PostMapping("/v1/applications/{id}/actions")
    Mono<ResponseEntity<FileView>> act(
            @PathVariable String id, Caller caller, @RequestBody ActionRequest request, ServerWebExchange exchange) {
        return commands.change(exchange, caller.personId(), command -> learning(id, request)
                .flatMap(learning -> change(
                                id,
                                command,
                                page -> acting.act(
                                        page,
                                        caller,
                                        command.staleAt(page.body().changed()),
                                        request,
                                        learning,
                                        clock.now()))
                        .flatMap(saved -> learning == Learning.NOTHING ? Mono.just(saved) : papersMayDiffer(saved)))
                .map(saved -> Commands.head(saved).body(views.of(saved.page().body(), caller))));
    }

    private Mono<Learning> learning(String id, ActionRequest request) {
        return files.find(id)
                .flatMap(page -> papers.with(page.body(), request.action()))
                .defaultIfEmpty(Learning.NOTHING);
    }

    /** Names somebody who may act for the owner. */
    @PostMapping("/v1/applications/{id}/representatives")
    Mono<ResponseEntity<FileView>> represent(
            @PathVariable String id,
            Caller caller,
            @RequestBody RepresentativeRequest request,
            ServerWebExchange exchange) {
        return commands.create(exchange, caller.personId(), command -> change(
                        id, command, page -> Representation.add(page, caller, request, clock.now()))
                .flatMap(this::papersMayDiffer)
                .map(saved -> Commands.head(saved)
                        .location(URI.create("/v1/applications/" + id + "/representatives/" + request.personId()))
                        .body(views.of(saved.page().body(), caller))));
    }

    /** Ends somebody's part in the file. */
    @DeleteMapping("/v1/applications/{id}/representatives/{personId}")
    Mono<ResponseEntity<Void>> dismiss(
            @PathVariable String id, @PathVariable String personId, Caller caller, ServerWebExchange exchange) {
        return commands.change(exchange, caller.personId(), command -> change(
                        id,
                        command,
                        page -> Representation.remove(
                                page, caller, command.staleAt(page.body().changed()), personId, clock.now()))
                .flatMap(this::papersMayDiffer)
                .map(saved -> Commands.head(saved).build()));
    }

    /** Who acts for an owner says which papers are needed; and a paper may come while he acts. */
    private Mono<Saved<ApplicationFile>> papersMayDiffer(Saved<ApplicationFile> saved) {
        return papers.tellIfAsked(saved.page().body()).thenReturn(saved);
    }

    private Mono<Saved<ApplicationFile>> change(
            String id, Command command, Function<Page<ApplicationFile>, Verdict<ApplicationFile>> decide) {
        return files.change(id, command.cause(), decide).map(Commands::saved);
    }

    private static void mustBeCitizen(Caller caller) {
        if (!caller.hasRole(Sight.CITIZEN)) {
            throw new Refused("forbidden");
        }
    }
}
