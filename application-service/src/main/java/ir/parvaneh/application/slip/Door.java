package ir.parvaneh.application.slip;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileDoor;
import ir.parvaneh.application.file.Sight;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.web.Refused;
import reactor.core.publisher.Mono;

/** Who may come to a file's money: whoever sees the file may look, and those who act for its owner may pay. */
final class Door {

    private static final String PAYING = "fees-issued";
    private static final String INCOME = "district-income-expert";

    private final FileDoor door;

    Door(FileDoor door) {
        this.door = door;
    }

    /** The file, if the caller sees it; else {@code not-found}. */
    Mono<ApplicationFile> seen(String applicationId, Caller caller) {
        return door.seen(applicationId, caller);
    }

    /** The file, if the caller acts for its owner; else {@code forbidden}. */
    Mono<ApplicationFile> ofOwner(String applicationId, Caller caller) {
        return seen(applicationId, caller)
                .flatMap(file ->
                        Sight.actsForOwner(caller, file) ? Mono.just(file) : Mono.error(new Refused("forbidden")));
    }

    /** The file, if the caller is an income expert of its district; else {@code forbidden}. */
    Mono<ApplicationFile> ofIncome(String applicationId, Caller caller) {
        return seen(applicationId, caller)
                .flatMap(file -> caller.hasRole(INCOME) ? Mono.just(file) : Mono.error(new Refused("forbidden")));
    }

    /** Whether the file waits for its owner to pay. */
    static boolean waitsForPayment(ApplicationFile file) {
        return file.process().open().stream().anyMatch(open -> open.stage().equals(PAYING));
    }
}
