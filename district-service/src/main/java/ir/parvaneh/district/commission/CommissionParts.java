package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Cursors;
import ir.parvaneh.district.page.DistrictPage;
import ir.parvaneh.iran.WorkingCalendar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package; a broken process table stops the service here. */
@Configuration(proxyBeanMethods = false)
public class CommissionParts {
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
    DocketClock docketClock(Pages<Docket> dockets, Commission commission, CityClock clock) {
        return new DocketClock(dockets, commission.terms(), clock);
    }
}
