package ir.parvaneh.office;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.Topics;
import ir.parvaneh.iran.WorkingCalendar;
import ir.parvaneh.office.engineer.Engineer;
import ir.parvaneh.office.engineer.EngineerEndpoints;
import ir.parvaneh.office.register.Office;
import ir.parvaneh.office.register.OfficeEndpoints;
import ir.parvaneh.office.register.OfficeLoad;
import ir.parvaneh.office.register.OfficeRegister;
import ir.parvaneh.office.register.OfficeSeed;
import ir.parvaneh.office.visit.VisitDates;
import ir.parvaneh.office.visit.VisitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of offices, the engineers and the policy of visits. */
@Configuration(proxyBeanMethods = false)
class OfficeParts {
    @Bean
    Pages<Office> offices(Store store) {
        return store.pages(new Pages.Definition<>(
                "offices",
                Sources.OFFICES,
                Topics.OFFICES,
                Office.class,
                Office::unknown,
                office -> Map.of("districtNo", office.districtNo()),
                List.of(Index.on("districtNo")),
                page -> List.of()));
    }

    @Bean
    OfficeRegister register(Pages<Office> offices, OfficeSeed seed) {
        OfficeRegister register = new OfficeRegister(offices);
        seed.sow(offices).then(register.refresh()).block(Duration.ofMinutes(1));
        return register;
    }

    @Bean
    OfficeSeed seed(@Value("${parvaneh.seed.offices:}") String offices) {
        return new OfficeSeed(offices);
    }

    @Bean
    OfficeLoad load() {
        return new OfficeLoad();
    }

    @Bean
    OfficeEndpoints officeEndpoints(
            Pages<Office> offices, OfficeRegister register, OfficeLoad load, Commands commands, CityClock clock) {
        return new OfficeEndpoints(offices, register, load, commands, clock);
    }

    @Bean
    EngineerEndpoints engineers(@Value("${parvaneh.seed.engineers:}") String file) {
        return new EngineerEndpoints(OfficeSeed.read(file, Engineer[].class));
    }

    @Bean
    VisitPolicy visitPolicy(
            @Value("${parvaneh.visit.most-moves}") int mostMoves,
            @Value("${parvaneh.visit.acceptance-after}") Duration acceptanceAfter,
            @Value("${parvaneh.visit.propose-same-day}") boolean proposeSameDay,
            @Value("${parvaneh.visit.furthest-days}") int furthestDays) {
        return new VisitPolicy(mostMoves, acceptanceAfter, proposeSameDay, furthestDays);
    }

    @Bean
    VisitDates visitDates(VisitPolicy policy) {
        return new VisitDates(policy, WorkingCalendar.official());
    }
}
