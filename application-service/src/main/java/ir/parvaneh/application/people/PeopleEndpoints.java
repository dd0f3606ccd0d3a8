package ir.parvaneh.application.people;

import ir.parvaneh.application.file.Identifiers;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.web.ETags;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Required;
import ir.parvaneh.iran.Mobile;
import ir.parvaneh.iran.NationalId;
import ir.parvaneh.iran.Parsed;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code /v1/me}: one's own profile; {@code /internal/people}: for services. These are the doors through which a name or
 * a number leaves, and each time it is written into the person's chain.
 */
@RestController
final class PeopleEndpoints {
    private static final String OWN = "own";
    private static final String UNSTATED = "unstated";

    private final People people;

    PeopleEndpoints(People people) {
        this.people = people;
    }

    /** Sets the profile as a whole; with {@code If-Match} only when it is still the one that was seen. */
    @PutMapping("/v1/me")
    Mono<ResponseEntity<Void>> introduce(
            Caller caller,
            @RequestBody ProfileRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        Long seen = ifMatch == null ? null : ETags.number(ifMatch);
        return people.introduce(caller.personId(), request, seen)
                .map(saved -> ResponseEntity.status(HttpStatus.NO_CONTENT)
                        .eTag(ETags.of(saved.page().body().changed()))
                        .build());
    }

    /** A stolen account reads here too: so this is written down as any other reading. */
    @GetMapping("/v1/me")
    Mono<ResponseEntity<KnownPerson>> me(Caller caller) {
        return people.reading(caller.personId(), caller.personId(), OWN)
                .map(read -> ResponseEntity.ok().eTag(ETags.of(read.changed())).body(read.person()));
    }

    /** @param purpose a code of lower-case letters and hyphens */
    @GetMapping("/internal/people/{personId}")
    Mono<KnownPerson> person(
            @PathVariable String personId, Caller caller, @RequestParam(defaultValue = UNSTATED) String purpose) {
        return people.read(personId, caller.personId(), purpose);
    }

    /** One number, of either kind; it stands in the body because addresses are logged on the way. */
    record Search(String nationalId, String mobile, String purpose) {
        Search {
            Required.of("purpose", purpose);
        }

        @Override
        public String toString() {
            return "Search";
        }
    }

    /** Ids of the persons who told this number. */
    record Found(List<String> personIds) {}

    @PostMapping("/internal/people/search")
    Mono<Found> search(Caller caller, @RequestBody Search search) {
        if ((search.nationalId() == null) == (search.mobile() == null)) {
            return Mono.error(() -> Refused.at("missing-field", "/nationalId"));
        }
        Flux<String> found = search.nationalId() != null
                ? people.withNationalId(nationalId(search), caller.personId(), search.purpose())
                : people.withMobile(mobile(search), caller.personId(), search.purpose());
        return found.collectList().map(Found::new);
    }

    private static String nationalId(Search search) {
        return switch (NationalId.parse(search.nationalId())) {
            case Parsed.Valid<NationalId>(NationalId id, var doubts) -> id.value();
            case Parsed.Refused<NationalId>(var why) ->
                throw new Refused(Identifiers.refused("national-id-invalid", "/nationalId", why));
        };
    }

    private static String mobile(Search search) {
        return switch (Mobile.parse(search.mobile())) {
            case Parsed.Valid<Mobile>(Mobile mobile, var doubts) -> mobile.value();
            case Parsed.Refused<Mobile>(var why) ->
                throw new Refused(Identifiers.refused("mobile-invalid", "/mobile", why));
        };
    }
}
