package ir.parvaneh.application.certificate;

import ir.parvaneh.application.file.FileDoor;
import ir.parvaneh.application.people.NamesOnPapers;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.ETags;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Required;
import ir.parvaneh.chassis.web.Slice;
import ir.parvaneh.contracts.Reason;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The certificates of a file for who sees the file: their list, each as JSON and as a paper, and taking one back. */
@RestController
final class CertificateEndpoints {

    private final Pages<Certificate> certificates;
    private final Register register;
    private final FileDoor door;
    private final NamesOnPapers names;
    private final CertificatePaper printer;
    private final CertificatePolicy policy;
    private final Commands commands;
    private final CityClock clock;

    CertificateEndpoints(
            Pages<Certificate> certificates,
            Register register,
            FileDoor door,
            NamesOnPapers names,
            CertificatePaper printer,
            CertificatePolicy policy,
            Commands commands,
            CityClock clock) {
        this.certificates = certificates;
        this.register = register;
        this.door = door;
        this.names = names;
        this.printer = printer;
        this.policy = policy;
        this.commands = commands;
        this.clock = clock;
    }

    /** Why a paper is taken back: a code and a text without personal data. */
    record RevocationRequest(Reason reason) {
        RevocationRequest {
            Required.of("reason", reason);
            Required.of("reason/code", reason.code(), "reason/text", reason.text());
        }
    }

    @GetMapping("/v1/applications/{id}/certificates")
    Mono<Slice<CertificateView>> ofFile(@PathVariable String id, Caller caller) {
        return door.seen(id, caller)
                .flatMap(file -> register.ofApplication(id).map(this::view).collectList())
                .map(all -> new Slice<>(all, null));
    }

    @GetMapping("/v1/certificates/{serial}")
    Mono<ResponseEntity<CertificateView>> one(@PathVariable String serial, Caller caller) {
        return mine(serial, caller).map(certificate -> ResponseEntity.ok()
                .eTag(ETags.of(certificate.changed()))
                .body(view(certificate)));
    }

    /** The paper as PDF/A, in Persian or in English; it names the owner, and who had it printed is written down. */
    @GetMapping(path = "/v1/certificates/{serial}/paper", produces = MediaType.APPLICATION_PDF_VALUE)
    Mono<ResponseEntity<byte[]>> paper(
            @PathVariable String serial,
            Caller caller,
            @RequestParam(required = false, defaultValue = "fa") Words lang) {
        return mine(serial, caller)
                .flatMap(certificate -> names.nameOf(certificate.ownerId(), caller.personId(), "certificate")
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .publishOn(Schedulers.boundedElastic())
                        .map(holder -> printer.print(certificate, holder.orElse(null), lang))
                        .map(pdf -> sent(pdf, certificate.serial() + "-" + lang + ".pdf")));
    }

    private static ResponseEntity<byte[]> sent(byte[] pdf, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(pdf);
    }

    @PostMapping("/v1/certificates/{serial}/revocation")
    Mono<ResponseEntity<CertificateView>> revoke(
            @PathVariable String serial,
            Caller caller,
            @RequestBody RevocationRequest request,
            ServerWebExchange exchange) {
        if (!caller.hasRole(Revoking.DEPUTY)) {
            return Mono.error(new Refused("forbidden"));
        }
        String canonical = Place.of(serial).map(Place::serial).orElseThrow(() -> new Refused("not-found"));
        return commands.change(exchange, caller.personId(), command -> certificates
                .change(
                        canonical,
                        command.cause(),
                        page -> Revoking.revoke(
                                page, caller, command.staleAt(page.body().changed()), request.reason(), clock.now()))
                .map(outcome ->
                        Commands.answer(outcome, saved -> view(saved.page().body()))));
    }

    private CertificateView view(Certificate certificate) {
        return CertificateView.of(certificate, policy.kinds().get(certificate.kind()), clock.now());
    }

    private Mono<Certificate> mine(String serial, Caller caller) {
        return Mono.justOrEmpty(Place.of(serial))
                .flatMap(place -> register.certificate(place.serial()))
                .map(Page::body)
                .flatMap(certificate ->
                        door.seen(certificate.applicationId(), caller).thenReturn(certificate))
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")));
    }
}
