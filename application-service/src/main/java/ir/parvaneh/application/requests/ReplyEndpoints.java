package ir.parvaneh.application.requests;

import ir.parvaneh.application.file.FileDoor;
import ir.parvaneh.application.transfer.TransferEvidence.CertifiedReply;
import ir.parvaneh.application.transfer.TransferProcess;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.iran.Tehran;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /v1/applications/{id}/reply-proposal}: the reply to an enquiry as it has to be shown, so that nobody types it. */
@RestController
final class ReplyEndpoints {

    private final FileDoor door;
    private final CityClock clock;

    ReplyEndpoints(FileDoor door, CityClock clock) {
        this.door = door;
        this.clock = clock;
    }

    /** @param evidence what the reply's action asks for */
    record Proposal(CertifiedReply evidence) {}

    /** Purpose, certificate, hash of the declaration and debts as the file knows them; {@code reply-not-due} otherwise. */
    @GetMapping("/v1/applications/{id}/reply-proposal")
    Mono<Proposal> proposal(@PathVariable String id, Caller caller) {
        return door.seen(id, caller)
                .flatMap(file -> Mono.justOrEmpty(TransferProcess.replyDue(file.process(), Tehran.dateOf(clock.now()))))
                .map(Proposal::new)
                .switchIfEmpty(Mono.error(() -> new Refused("reply-not-due")));
    }
}
