package ir.parvaneh.application.people;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.contracts.Topics;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. What a person's chain tells names him by id only: nothing about him crosses a topic. */
@Configuration(proxyBeanMethods = false)
class PeopleParts {

    @Bean
    Pages<Profile> profiles(Store store) {
        return store.pages(new Pages.Definition<>(
                "people",
                "/applications/people",
                Topics.APPLICATIONS,
                Profile.class,
                id -> Profile.blank(),
                PeopleParts::found,
                List.of(Index.sparse("nationalIdSign"), Index.sparse("mobileSign"), Index.sparse("wrappedBy")),
                page -> List.of()));
    }

    private static Map<String, Object> found(Profile profile) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("nationalIdSign", profile.nationalIdSign());
        fields.put("mobileSign", profile.mobileSign());
        fields.put("wrappedBy", profile.wrappedBy());
        return fields;
    }

    @Bean
    WrappingKey wrappingKey(
            @Value("${PARVANEH_KEYS:.data/keys}") String folder,
            @Value("${PARVANEH_KEYS_CREATE:false}") boolean create) {
        return WrappingKey.in(Path.of(folder), create);
    }

    @Bean
    Vault vault(
            WrappingKey wrapping,
            @Value("${PARVANEH_KEYS:.data/keys}") String folder,
            @Value("${PARVANEH_KEYS_CREATE:false}") boolean create) {
        return new Vault(wrapping, BlindIndex.in(Path.of(folder), create));
    }

    @Bean
    People people(Pages<Profile> profiles, Vault vault, CityClock clock) {
        return new People(profiles, vault, clock);
    }

    @Bean
    NamesOnPapers namesOnPapers(People people) {
        return new NamesOnPapers(people);
    }
}
