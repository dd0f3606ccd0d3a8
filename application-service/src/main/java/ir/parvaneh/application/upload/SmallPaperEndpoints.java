package ir.parvaneh.application.upload;

import io.swagger.v3.oas.annotations.Operation;
import ir.parvaneh.application.document.DocumentView;
import ir.parvaneh.application.document.HeldPaper;
import ir.parvaneh.application.document.HeldPapers;
import ir.parvaneh.application.document.PaperSight;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileDoor;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.web.Command;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Refused;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A small paper comes in with one call: its bytes are the body, its digest a header (RFC 9530). It is screened and held
 * as one that came in parts; what breaks off is sent again from the beginning, and what is refused is not kept.
 */
@RestController
final class SmallPaperEndpoints {

    private final FileDoor door;
    private final HeldPapers papers;
    private final PartFiles parts;
    private final Opening opening;
    private final Completing completing;
    private final UploadPolicy policy;
    private final Commands commands;
    private final CityClock clock;

    SmallPaperEndpoints(
            FileDoor door,
            HeldPapers papers,
            PartFiles parts,
            Opening opening,
            Completing completing,
            UploadPolicy policy,
            Commands commands,
            CityClock clock) {
        this.door = door;
        this.papers = papers;
        this.parts = parts;
        this.opening = opening;
        this.completing = completing;
        this.policy = policy;
        this.commands = commands;
        this.clock = clock;
    }

    /** Files a paper, or with {@code document} a new version of one. */
    @Operation(summary = "Files a small paper with one call", description = """
            The body is the paper's bytes, of a few MiB at most (policy atOnceMib); Content-Type is what the sender takes it for, and what
            counts is what it is. Content-Digest or Repr-Digest (RFC 9530) holds its SHA-256. A larger paper comes in parts: see uploads.""")
    @PostMapping("/v1/applications/{id}/documents")
    Mono<ResponseEntity<DocumentView>> file(
            @PathVariable String id,
            Caller caller,
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) String name,
            @RequestParam(required = false) String document,
            ServerWebExchange exchange) {
        return Mono.defer(() -> commands.create(
                        exchange, caller.personId(), command -> door.open(id, caller, PaperSight::refusedToFile)
                                .flatMap(file -> filed(
                                        file,
                                        upload(file, caller, command, request(exchange, kind, name, document)),
                                        exchange.getRequest()))))
                .onErrorResume(Refused.class, refused -> Draining.of(exchange, policy, refused));
    }

    private UploadRequest request(ServerWebExchange exchange, String kind, String name, String document) {
        mustBeGiven(kind, "kind");
        mustBeGiven(name, "name");
        long length = exchange.getRequest().getHeaders().getContentLength();
        if (length < 0) {
            throw new Refused("length-missing");
        }
        if (length > policy.atOnceBytes()) {
            throw new Refused("too-large-at-once", Map.of("mostMib", policy.atOnceMib()));
        }
        String digest = DigestHeader.sha256(exchange.getRequest().getHeaders());
        return new UploadRequest(kind, name, length, digest, document);
    }

    private static void mustBeGiven(String value, String parameter) {
        if (value == null || value.isBlank()) {
            throw Refused.at("parameter-missing", parameter);
        }
    }

    private static Upload upload(ApplicationFile file, Caller caller, Command command, UploadRequest request) {
        return Upload.opened(command.newId("upload"), file.id(), request, caller.personId(), Instant.now());
    }

    private Mono<ResponseEntity<DocumentView>> filed(ApplicationFile file, Upload upload, ServerHttpRequest request) {
        return papers.find(upload.documentId(), file)
                .filter(paper -> paper.broughtBy(upload.id()))
                .doOnNext(paper -> mustBeTheSame(paper, upload))
                .map(paper -> answer(paper, file, true))
                .switchIfEmpty(Mono.defer(() -> taken(file, upload, request).map(paper -> answer(paper, file, false))));
    }

    private static void mustBeTheSame(HeldPaper paper, Upload upload) {
        if (!paper.isBroughtBy(upload.id(), upload.digest())) {
            throw new Refused("idempotency-key-reused");
        }
    }

    private Mono<HeldPaper> taken(ApplicationFile file, Upload upload, ServerHttpRequest request) {
        Upload arriving = upload.arrivingAs(UUID.randomUUID().toString());
        return opening.refused(file, asked(upload), clock.now())
                .flatMap(refusal -> Mono.<HeldPaper>error(new Refused(refusal)))
                .switchIfEmpty(Mono.defer(() -> parts.append(arriving, 0, request.getBody())
                        .then(completing.atOnce(arriving, upload.id(), file))
                        .onErrorResume(broken -> parts.remove(arriving.id()).then(Mono.error(broken)))));
    }

    private static UploadRequest asked(Upload upload) {
        String version = upload.documentId().equals(upload.id()) ? null : upload.documentId();
        return new UploadRequest(upload.kind(), upload.name(), upload.lengthBytes(), upload.digest(), version);
    }

    private ResponseEntity<DocumentView> answer(HeldPaper paper, ApplicationFile file, boolean replayed) {
        var head = ResponseEntity.created(URI.create("/v1/documents/" + paper.id()));
        return (replayed ? head.header(Commands.REPLAYED, "true") : head).body(completing.view(paper, file));
    }
}
