package ir.parvaneh.district;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Rounds;
import ir.parvaneh.chassis.desk.Desks;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.chassis.stream.Owners;
import ir.parvaneh.chassis.stream.Projection;
import ir.parvaneh.chassis.stream.Streams;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.district.delegation.DelegationEndpoints;
import ir.parvaneh.district.delegation.DelegationPolicy;
import ir.parvaneh.district.delegation.Delegations;
import ir.parvaneh.district.dossier.DossierEndpoints;
import ir.parvaneh.district.insight.InsightEndpoints;
import ir.parvaneh.district.insight.InsightRows;
import ir.parvaneh.district.insight.Recount;
import ir.parvaneh.district.page.DistrictPage;
import ir.parvaneh.district.visits.DistrictVisits;
import ir.parvaneh.district.visits.StoodTwice;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Delegations, dossiers, visits and the city's figures. */
@Configuration(proxyBeanMethods = false)
class DistrictParts {
    private static final Duration CLAIMS = Duration.ofSeconds(15);
    private static final Duration TWICE = Duration.ofSeconds(2);

    @Bean
    DelegationPolicy delegationPolicy(
            @Value("${parvaneh.delegation.roles}") Set<String> roles,
            @Value("${parvaneh.delegation.longest}") Duration longest) {
        return new DelegationPolicy(roles, longest);
    }

    @Bean
    Delegations delegations(Store store, CityClock clock) {
        return new Delegations(store, clock);
    }

    @Bean
    DelegationEndpoints delegationEndpoints(
            Delegations delegations, DelegationPolicy policy, Commands commands, CityClock clock) {
        return new DelegationEndpoints(delegations, policy, commands, clock);
    }

    @Bean
    DossierEndpoints dossiers(Pages<DistrictPage> pages, Owners owners) {
        return new DossierEndpoints(pages, owners);
    }

    @Bean
    DistrictVisits districtVisits(Pages<DistrictPage> pages, Commands commands, CityClock clock) {
        return new DistrictVisits(pages, commands, clock);
    }

    @Bean
    InsightRows insightRows(Store store) {
        return new InsightRows(store);
    }

    @Bean
    Projection insight(Streams streams, InsightRows rows) {
        return streams.projection("insight", InsightRows.TOPICS, rows.definition());
    }

    @Bean
    InsightEndpoints insightEndpoints(InsightRows rows, Owners owners, Pages<DistrictPage> pages, CityClock clock) {
        return new InsightEndpoints(rows, new Recount(owners, pages), clock);
    }

    @Bean
    Rounds housekeeping(
            Desks<DistrictPage> desks,
            @Value("${parvaneh.claim.lapses-after}") Duration lapsesAfter,
            InsightRows rows,
            Pages<DistrictPage> pages,
            CityClock clock) {
        StoodTwice twice = new StoodTwice(rows, pages, clock);
        return new Rounds()
                .each(CLAIMS, "lapsing claims", () -> desks.lapse(lapsesAfter))
                .each(TWICE, "visits at both places", twice::sweep);
    }
}
