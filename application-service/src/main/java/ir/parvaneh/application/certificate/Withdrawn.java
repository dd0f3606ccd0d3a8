package ir.parvaneh.application.certificate;

import ir.parvaneh.application.requests.Telling;
import ir.parvaneh.chassis.clock.Turns;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import reactor.core.publisher.Mono;

/** Sees to it that open applications about a building hear that one of its papers was taken back. */
final class Withdrawn {

    private final Pages<Certificate> certificates;
    private final Register register;
    private final Telling telling;
    private final Turns turns = new Turns("the word on the certificate", 1);

    Withdrawn(Pages<Certificate> certificates, Register register, Telling telling) {
        this.certificates = certificates;
        this.register = register;
        this.telling = telling;
    }

    /** One look at papers taken back that nobody was told of. */
    Mono<Void> sweep() {
        return turns.each(register.untold(), Certificate::serial, this::tell);
    }

    private Mono<Void> tell(Certificate taken) {
        return telling.owe(taken.building())
                .then(Mono.defer(() -> certificates.change(taken.serial(), Cause.clock(), Withdrawn::told)))
                .then();
    }

    private static Verdict<Certificate> told(Page<Certificate> page) {
        return page.body().revocation().told()
                ? Verdict.unchanged()
                : Verdict.changed(page.body().told());
    }
}
