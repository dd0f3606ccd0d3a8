package ir.parvaneh.application.people;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.contracts.Topics;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. A profile tells no events: nothing about a person crosses a topic. */
@Configuration(proxyBeanMethods = false)
class PeopleParts {

    @Bean
    Pages<Profile> people(Store store) {
        return store.pages(new Pages.Definition<>(
                "people",
                "/applications/people",
                Topics.APPLICATIONS,
                Profile.class,
                id -> Profile.blank(),
                profile -> Map.of(),
                List.of(),
                page -> List.of()));
    }

    @Bean
    ReadingLedger readingLedger(Store store, CityClock clock) {
        return new ReadingLedger(store.rows("readings", List.of(Index.on("personId", "at"))), clock);
    }

    @Bean
    NamesOnPapers namesOnPapers(Pages<Profile> people, ReadingLedger ledger) {
        return new NamesOnPapers(people, ledger);
    }
}
