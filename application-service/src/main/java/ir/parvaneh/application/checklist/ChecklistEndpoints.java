package ir.parvaneh.application.checklist;

import ir.parvaneh.application.document.PaperSight;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileDoor;
import ir.parvaneh.application.file.Sight;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.ETags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The list of a file's papers, and what is said about it. */
@RestController
final class ChecklistEndpoints {

    private final FileDoor door;
    private final Checklists checklists;
    private final PapersOfTheFile papers;
    private final Commands commands;
    private final CityClock clock;

    ChecklistEndpoints(
            FileDoor door, Checklists checklists, PapersOfTheFile papers, Commands commands, CityClock clock) {
        this.door = door;
        this.checklists = checklists;
        this.papers = papers;
        this.commands = commands;
        this.clock = clock;
    }

    /** What is decided about the page when file, edition and papers are known. */
    private interface Deciding extends BiFunction<Checklists.Desk, FileChecklist, Verdict<FileChecklist>> {}

    @GetMapping("/v1/applications/{id}/checklist")
    Mono<ResponseEntity<ChecklistView>> checklist(@PathVariable String id, Caller caller) {
        return door.open(id, caller, PaperSight::refusedToRead)
                .flatMap(file -> Mono.zip(checklists.desk(file), checklists.page(id)))
                .map(both -> ResponseEntity.ok()
                        .eTag(ETags.of(both.getT2().version()))
                        .body(checklists.view(both.getT1(), both.getT2().body())));
    }

    /** Tells conditions that nobody can see on the file. */
    @PostMapping("/v1/applications/{id}/checklist/conditions")
    Mono<ResponseEntity<ChecklistView>> tell(
            @PathVariable String id,
            Caller caller,
            @RequestBody ConditionsRequest request,
            ServerWebExchange exchange) {
        return change(
                id,
                caller,
                exchange,
                PaperSight::refusedToFile,
                (desk, said) -> Saying.tell(said, desk.edition(), request));
    }

    /** Says that a paper need not be brought, and why. */
    @PostMapping("/v1/applications/{id}/checklist/waivers")
    Mono<ResponseEntity<ChecklistView>> waive(
            @PathVariable String id, Caller caller, @RequestBody WaiverRequest request, ServerWebExchange exchange) {
        return change(
                id,
                caller,
                exchange,
                this::refusedToWaive,
                (desk, said) -> Saying.waive(
                        said,
                        checklists.items(desk, said),
                        request,
                        caller.personId(),
                        waiver(caller, desk.file()).orElseThrow(),
                        clock.now()));
    }

    /** Asks for everything that is missing, once; for a paper that is held with a reason of its own. */
    @PostMapping("/v1/applications/{id}/deficiency-requests")
    Mono<ResponseEntity<ChecklistView>> ask(
            @PathVariable String id, Caller caller, @RequestBody AskingRequest request, ServerWebExchange exchange) {
        return change(
                id,
                caller,
                exchange,
                ChecklistEndpoints::refusedToAsk,
                (desk, said) -> Saying.ask(
                        said,
                        checklists.standing(desk, said).listed(desk.file()),
                        checklists.kinds(),
                        request,
                        caller.personId(),
                        clock.now()));
    }

    private Mono<ResponseEntity<ChecklistView>> change(
            String id,
            Caller caller,
            ServerWebExchange exchange,
            BiFunction<Caller, ApplicationFile, Optional<Refusal>> refused,
            Deciding deciding) {
        return commands.change(exchange, caller.personId(), command -> door.open(id, caller, refused)
                .flatMap(checklists::desk)
                .flatMap(desk -> checklists
                        .pages()
                        .change(
                                id,
                                command.cause(),
                                page -> decided(command.staleAt(page.version()), desk, page.body(), deciding))
                        .map(Commands::saved)
                        .flatMap(saved -> papers.tell(desk.file()).thenReturn(saved))
                        .map(saved -> Commands.head(saved)
                                .body(checklists.view(desk, saved.page().body())))));
    }

    private static Verdict<FileChecklist> decided(
            Optional<Refusal> stale, Checklists.Desk desk, FileChecklist said, Deciding deciding) {
        Optional<Refusal> ended = desk.file().process().hasEnded()
                ? Optional.of(new Refusal("file-ended", Map.of("allowed", List.of())))
                : Optional.empty();
        return stale.or(() -> ended)
                .<Verdict<FileChecklist>>map(Verdict::refused)
                .orElseGet(() -> deciding.apply(desk, said));
    }

    private Optional<Refusal> refusedToWaive(Caller caller, ApplicationFile file) {
        return Sight.refused(caller, file, file.exists() && waiver(caller, file).isPresent());
    }

    /** The role in which he may waive. */
    private Optional<String> waiver(Caller caller, ApplicationFile file) {
        return checklists.editionOf(file).waivedBy().stream()
                .filter(role -> PaperSight.isOfDistrict(caller, file, role))
                .findFirst();
    }

    private static Optional<Refusal> refusedToAsk(Caller caller, ApplicationFile file) {
        boolean may = PaperSight.isClerk(caller, file) || PaperSight.isOfDistrict(caller, file, "district-expert");
        return Sight.refused(caller, file, may);
    }
}
