package ir.parvaneh.application.people;

import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.ETags;
import ir.parvaneh.chassis.web.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /v1/me}: one's own profile; {@code /internal/people/{personId}}: for services, and written down. */
@RestController
final class PeopleEndpoints {

    private final Pages<Profile> people;
    private final ReadingLedger ledger;

    PeopleEndpoints(Pages<Profile> people, ReadingLedger ledger) {
        this.people = people;
        this.ledger = ledger;
    }

    /** A profile with its person's id. */
    record PersonView(String personId, String nationalId, String name, String mobile) {
        static PersonView of(Page<Profile> page) {
            Profile profile = page.body();
            return new PersonView(page.id(), profile.nationalId(), profile.name(), profile.mobile());
        }
    }

    /** Sets the profile as a whole; with {@code If-Match} only when it is still the one that was seen. */
    @PutMapping("/v1/me")
    Mono<ResponseEntity<Void>> introduce(
            Caller caller,
            @RequestBody ProfileRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        Long seen = ifMatch == null ? null : ETags.number(ifMatch);
        return people.change(caller.personId(), Cause.clock(), page -> introduced(page, request, seen))
                .map(Commands::saved)
                .map(saved -> ResponseEntity.status(HttpStatus.NO_CONTENT)
                        .eTag(ETags.of(saved.page().version()))
                        .build());
    }

    @GetMapping("/v1/me")
    Mono<ResponseEntity<PersonView>> me(Caller caller) {
        return known(caller.personId())
                .map(page -> ResponseEntity.ok().eTag(ETags.of(page.version())).body(PersonView.of(page)));
    }

    /** Written down first, then told. */
    @GetMapping("/internal/people/{personId}")
    Mono<PersonView> person(
            @PathVariable String personId, Caller caller, @RequestParam(required = false) String purpose) {
        return known(personId).flatMap(page -> ledger.readBy(caller.personId(), personId, purpose)
                .thenReturn(PersonView.of(page)));
    }

    private Mono<Page<Profile>> known(String personId) {
        return people.find(personId)
                .filter(page -> !page.body().isBlank())
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")));
    }

    private static Verdict<Profile> introduced(Page<Profile> page, ProfileRequest request, Long seen) {
        return seen != null && seen != page.version()
                ? Verdict.refused(new Refusal("stale-version"))
                : Introduction.of(request);
    }
}
