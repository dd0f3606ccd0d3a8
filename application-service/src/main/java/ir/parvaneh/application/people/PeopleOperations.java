package ir.parvaneh.application.people;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Required;
import java.security.GeneralSecurityException;
import org.bson.conversions.Bson;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * For operators: erasing a person's key, and a new wrapping key. An operator does it and not an auditor, because who
 * watches must not be able to destroy; the auditor sees it in the person's chain.
 */
@RestController
@RequestMapping("/v1/operations/application/people")
final class PeopleOperations {
    private static final int AT_ONCE = 500;
    private static final int SIDE_BY_SIDE = 8;

    private final Pages<Profile> pages;
    private final People people;
    private final Vault vault;
    private final WrappingKey wrapping;
    private final Commands commands;

    PeopleOperations(Pages<Profile> pages, People people, Vault vault, WrappingKey wrapping, Commands commands) {
        this.pages = pages;
        this.people = people;
        this.vault = vault;
        this.wrapping = wrapping;
        this.commands = commands;
    }

    /** @param reason a code of lower-case letters and hyphens, such as {@code court-order} */
    record Erasure(String reason) {
        Erasure {
            Required.of("reason", reason);
        }
    }

    /** Nobody, not even the operator, reads what this person told after it. There is no way back. */
    @PostMapping("/{personId}/erasure")
    Mono<ResponseEntity<Void>> erase(
            @PathVariable String personId, Caller caller, @RequestBody Erasure erasure, ServerWebExchange exchange) {
        return commands.create(exchange, caller.personId(), command -> people.erase(
                        personId, caller.personId(), erasure.reason(), command.cause())
                .map(Commands::saved)
                .map(saved -> ResponseEntity.status(HttpStatus.NO_CONTENT).build()));
    }

    /**
     * What a rotation has come to.
     *
     * @param wrapsNow id of the newest wrapping key
     * @param rewrapped how many keys of persons came under it just now
     * @param done none is left under an older one
     */
    record Rotation(String wrapsNow, int rewrapped, boolean done) {}

    /** Makes a new wrapping key and brings the first persons' keys under it. */
    @PostMapping("/wrapping-key")
    Mono<Rotation> rotate() {
        return Mono.fromCallable(this::rotated)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(id -> rewrap());
    }

    private String rotated() throws GeneralSecurityException {
        wrapping.rotate();
        return wrapping.id();
    }

    /** Brings more keys under the newest wrapping key; to be called until it is done. */
    @PostMapping("/wrapping-key/rewrap")
    Mono<Rotation> rewrap() {
        return Mono.fromCallable(this::newest)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(this::rewrap);
    }

    private String newest() throws GeneralSecurityException {
        wrapping.refresh();
        return wrapping.id();
    }

    private Mono<Rotation> rewrap(String newest) {
        Bson older = Filters.and(Filters.gt("wrappedBy", ""), Filters.ne("wrappedBy", newest));
        return pages.query(older, Sorts.ascending("_id"), AT_ONCE)
                .flatMap(this::rewrapped, SIDE_BY_SIDE)
                .count()
                .map(count -> new Rotation(newest, count.intValue(), count < AT_ONCE));
    }

    private Mono<Page<Profile>> rewrapped(Page<Profile> found) {
        return pages.change(
                        found.id(),
                        Cause.clock(),
                        page -> page.body().isReadable()
                                ? Verdict.changed(vault.rewrapped(page.id(), page.body()))
                                : Verdict.unchanged())
                .map(Commands::saved)
                .map(saved -> saved.page());
    }
}
