package ir.parvaneh.application.people;

import ir.parvaneh.chassis.web.Refused;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Names of people for papers that are about to be printed: each reading is written down first, and nothing is kept. */
public final class NamesOnPapers {
    private static final Set<String> NAMELESS = Set.of("not-found", "person-erased");

    private final People people;

    NamesOnPapers(People people) {
        this.people = people;
    }

    /**
     * Empty when the person told no name, or his key was erased.
     *
     * @param purpose a code of lower-case letters and hyphens
     */
    public Mono<String> nameOf(String personId, String reader, String purpose) {
        return people.read(personId, reader, purpose)
                .map(KnownPerson::name)
                .onErrorResume(
                        Refused.class,
                        refused -> NAMELESS.contains(refused.refusal().code()) ? Mono.empty() : Mono.error(refused));
    }
}
