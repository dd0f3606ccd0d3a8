package ir.parvaneh.application.upload;

import ir.parvaneh.application.document.DocumentView;
import ir.parvaneh.application.document.PaperSight;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileDoor;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.web.Command;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Refused;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A paper comes in: opened with its length and digest, sent in parts that begin where the last one ended, continued
 * after any interruption, and completed. The header {@code Upload-Offset} means what it means in tus and in the IETF's
 * resumable uploads. An upload is its sender's alone; to anybody else it does not exist.
 */
@RestController
final class UploadEndpoints {

    static final String OFFSET = "Upload-Offset";
    static final String LENGTH = "Upload-Length";

    private final FileDoor door;
    private final Uploads uploads;
    private final PartFiles parts;
    private final Opening opening;
    private final Completing completing;
    private final UploadPolicy policy;
    private final Commands commands;
    private final CityClock clock;

    UploadEndpoints(
            FileDoor door,
            Uploads uploads,
            PartFiles parts,
            Opening opening,
            Completing completing,
            UploadPolicy policy,
            Commands commands,
            CityClock clock) {
        this.door = door;
        this.uploads = uploads;
        this.parts = parts;
        this.opening = opening;
        this.completing = completing;
        this.policy = policy;
        this.commands = commands;
        this.clock = clock;
    }

    /** Opens an upload for a paper of the file. */
    @PostMapping("/v1/applications/{id}/uploads")
    Mono<ResponseEntity<UploadView>> open(
            @PathVariable String id, Caller caller, @RequestBody UploadRequest request, ServerWebExchange exchange) {
        return commands.create(exchange, caller.personId(), command -> door.open(id, caller, PaperSight::refusedToFile)
                .flatMap(file -> open(file, caller, request, command)));
    }

    private Mono<ResponseEntity<UploadView>> open(
            ApplicationFile file, Caller caller, UploadRequest request, Command command) {
        String uploadId = command.newId("upload");
        return uploads.isKnown(uploadId)
                .flatMap(known -> known ? Mono.<Void>empty() : mustBeTaken(file, request))
                .then(Mono.defer(() -> uploads.begin(uploadId, command.cause(), file.id(), request, caller.personId())))
                .flatMap(saved -> parts.arrived(uploadId).map(arrived -> Commands.head(saved)
                        .location(URI.create("/v1/uploads/" + uploadId))
                        .header(OFFSET, Long.toString(arrived))
                        .body(UploadView.of(saved.page().body(), arrived, policy))));
    }

    private Mono<Void> mustBeTaken(ApplicationFile file, UploadRequest request) {
        return opening.refused(file, request, clock.now())
                .switchIfEmpty(uploads.tooMany(file.id()))
                .flatMap(refusal -> Mono.error(new Refused(refusal)));
    }

    /** How far it has come; {@code HEAD} tells the same in its headers alone. */
    @GetMapping("/v1/uploads/{id}")
    Mono<ResponseEntity<UploadView>> read(@PathVariable String id, Caller caller) {
        return uploads.of(id, caller.personId())
                .flatMap(upload -> parts.arrived(id).map(arrived -> UploadView.of(upload, arrived, policy)))
                .map(view -> progress(HttpStatus.OK, view.offset())
                        .header(LENGTH, Long.toString(view.lengthBytes()))
                        .body(view));
    }

    /** Appends a part. What arrived of a part that broke off stays; ask how far it came, and go on from there. */
    @PatchMapping("/v1/uploads/{id}")
    Mono<ResponseEntity<Void>> append(
            @PathVariable String id,
            Caller caller,
            @RequestHeader(name = OFFSET, required = false) String offset,
            ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return uploads.open(id, caller.personId())
                .flatMap(upload -> append(upload, number(offset), request))
                .map(arrived -> progress(HttpStatus.NO_CONTENT, arrived).<Void>build())
                .onErrorResume(Refused.class, refused -> drained(exchange, refused));
    }

    private Mono<Long> append(Upload upload, long offset, ServerHttpRequest request) {
        long announced = request.getHeaders().getContentLength();
        return announced > upload.lengthBytes() - offset
                ? Mono.error(new Refused("upload-too-long"))
                : parts.append(upload, offset, request.getBody());
    }

    /** Gives an upload up. */
    @DeleteMapping("/v1/uploads/{id}")
    Mono<ResponseEntity<Void>> abandon(@PathVariable String id, Caller caller) {
        return uploads.open(id, caller.personId())
                .flatMap(upload -> completing.close(upload, Upload.State.ABANDONED, null))
                .thenReturn(ResponseEntity.noContent().build());
    }

    /** Screens what has arrived and makes a paper of it. */
    @PostMapping("/v1/uploads/{id}/completion")
    Mono<ResponseEntity<DocumentView>> complete(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        return commands.create(exchange, caller.personId(), command -> uploads.of(id, caller.personId())
                .flatMap(upload -> door.open(upload.applicationId(), caller, PaperSight::refusedToFile)
                        .flatMap(file -> completing.complete(upload, file).map(paper -> ResponseEntity.created(
                                        URI.create("/v1/documents/" + paper.id()))
                                .body(completing.view(paper, file))))));
    }

    private static ResponseEntity.BodyBuilder progress(HttpStatus status, long arrived) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .header(OFFSET, Long.toString(arrived));
    }

    private static long number(String offset) {
        if (offset == null || !offset.matches("\\d{1,15}")) {
            throw Refused.at("upload-offset-missing", OFFSET);
        }
        return Long.parseLong(offset);
    }

    private <T> Mono<T> drained(ServerWebExchange exchange, Refused refused) {
        if (refused.refusal().details().get("offset") instanceof Long arrived) {
            exchange.getResponse().getHeaders().set(OFFSET, Long.toString(arrived));
        }
        return Draining.of(exchange, policy, refused);
    }
}
