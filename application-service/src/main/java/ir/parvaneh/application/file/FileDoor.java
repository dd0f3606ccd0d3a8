package ir.parvaneh.application.file;

import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.process.Holder;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/**
 * How somebody comes to one file. An office has its task a moment before this service hears whose file it is: whoever
 * comes from an office in that moment is waited for, and does not hear that there is no such file.
 */
public final class FileDoor {

    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pages<ApplicationFile> files;

    FileDoor(Pages<ApplicationFile> files) {
        this.files = files;
    }

    /** The file, if the caller sees it; else {@code not-found}. */
    public Mono<ApplicationFile> seen(String id, Caller caller) {
        return open(id, caller, (who, file) -> Sight.refused(who, file, true));
    }

    /** The file, unless there is a reason against it; {@code not-found} when there is none. */
    public Mono<ApplicationFile> open(
            String id, Caller caller, BiFunction<Caller, ApplicationFile, Optional<Refusal>> refused) {
        return files.find(id)
                .map(Page::body)
                .flatMap(file -> isOnItsWay(file, caller) ? arrived(id) : Mono.just(file))
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")))
                .doOnNext(file -> refused.apply(caller, file).ifPresent(FileDoor::refuse));
    }

    private static void refuse(Refusal refusal) {
        throw new Refused(refusal);
    }

    private static boolean isOnItsWay(ApplicationFile file, Caller caller) {
        return file.exists()
                && file.officeId() == null
                && caller.officeId() != null
                && Sight.officeStaff(caller)
                && file.process().open().stream().anyMatch(open -> open.holder() == Holder.OFFICE);
    }

    private Mono<ApplicationFile> arrived(String id) {
        return files.find(id)
                .map(Page::body)
                .filter(file -> file.officeId() != null)
                .repeatWhenEmpty(looks -> looks.delayElements(BETWEEN).take(PATIENCE));
    }
}
