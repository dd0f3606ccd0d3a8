package ir.parvaneh.application.people;

import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import reactor.core.publisher.Mono;

/** Names of people for papers that are about to be printed: each reading is written down first, and nothing is kept. */
public final class NamesOnPapers {

    private final Pages<Profile> people;
    private final ReadingLedger ledger;

    NamesOnPapers(Pages<Profile> people, ReadingLedger ledger) {
        this.people = people;
        this.ledger = ledger;
    }

    /** Empty when the person told no name. */
    public Mono<String> nameOf(String personId, String reader, String purpose) {
        return people.find(personId)
                .map(Page::body)
                .filter(profile -> !profile.isBlank())
                .flatMap(profile -> ledger.readBy(reader, personId, purpose).thenReturn(profile.name()));
    }
}
