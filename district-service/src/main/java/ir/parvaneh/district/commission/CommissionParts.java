package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Rounds;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.chassis.stream.Inbox;
import ir.parvaneh.chassis.stream.Streams;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Cursors;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.Topics;
import ir.parvaneh.district.page.DistrictPage;
import ir.parvaneh.iran.WorkingCalendar;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package; a broken process table stops the service here. */
@Configuration(proxyBeanMethods = false)
public class CommissionParts {
    private static final Duration OPEN = Duration.ofMillis(200);
    private static final Duration TERMS = Duration.ofSeconds(1);

    @Bean
    Article100 article100() {
        return Article100.load();
    }

    @Bean
    Commission commission(Article100 article) {
        return Commission.of(article, WorkingCalendar.official());
    }

    @Bean
    DocketSchemas docketSchemas(Article100 article) {
        return new DocketSchemas(article);
    }

    @Bean
    Pages<Docket> dockets(Store store) {
        return store.pages(DocketPages.definition());
    }

    @Bean
    DocketEndpoints docketEndpoints(
            Pages<Docket> dockets,
            Pages<DistrictPage> pages,
            Commission commission,
            Commands commands,
            Cursors cursors,
            CityClock clock) {
        return new DocketEndpoints(dockets, pages, commission, commands, cursors, clock);
    }

    @Bean
    Inbox<Docket> slipsOfFines(Streams streams, Pages<Docket> dockets, Commission commission, CityClock clock) {
        Map<String, String> topics = Map.of(Sources.SLIPS, Topics.APPLICATIONS);
        return streams.inbox("fine-slips", dockets, topics, new SlipOfTheFine(commission.judge(), clock));
    }

    @Bean
    Rounds docketRounds(Pages<Docket> dockets, Pages<DistrictPage> files, Commission commission, CityClock clock) {
        DocketClock terms = new DocketClock(dockets, commission.terms(), clock);
        DueDockets due = new DueDockets(files, dockets, commission.referring(), clock);
        return new Rounds().each(TERMS, "terms of dockets", terms::sweep).each(OPEN, "dockets to open", due::sweep);
    }
}
