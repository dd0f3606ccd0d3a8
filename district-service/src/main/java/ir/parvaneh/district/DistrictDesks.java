package ir.parvaneh.district;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.desk.DeskEndpoints;
import ir.parvaneh.chassis.desk.DeskRows;
import ir.parvaneh.chassis.desk.Desks;
import ir.parvaneh.chassis.desk.EvidenceSchemas;
import ir.parvaneh.chassis.desk.SignatureEndpoints;
import ir.parvaneh.chassis.identity.InternalCalls;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.chassis.stream.Inbox;
import ir.parvaneh.chassis.stream.Streams;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Cursors;
import ir.parvaneh.chassis.web.Problems;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.Topics;
import ir.parvaneh.district.delegation.Delegations;
import ir.parvaneh.district.page.DistrictPage;
import ir.parvaneh.district.page.DistrictPages;
import ir.parvaneh.district.page.DistrictPlaces;
import ir.parvaneh.district.page.DistrictScope;
import ir.parvaneh.district.page.FollowsTheFile;
import ir.parvaneh.iran.PersonalData;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The district's page of each file, and the desks its tasks lie on. */
@Configuration(proxyBeanMethods = false)
class DistrictDesks {
    /** A decision without a verdict for so long is worth an operator's look. */
    private static final Duration VERDICT = Duration.ofMinutes(1);

    @Bean
    Pages<DistrictPage> pages(Store store) {
        return store.pages(DistrictPages.definition());
    }

    @Bean
    Inbox<DistrictPage> inbox(Streams streams, Pages<DistrictPage> pages, CityClock clock) {
        var topics = Map.of(Sources.FILES, Topics.APPLICATIONS, Sources.DOCKETS, Topics.DISTRICTS);
        return streams.inbox("district-pages", pages, topics, new FollowsTheFile(clock));
    }

    @Bean
    Desks<DistrictPage> desks(
            Pages<DistrictPage> pages,
            Delegations delegations,
            InternalCalls calls,
            Store store,
            Cursors cursors,
            CityClock clock,
            Streams streams,
            @Value("${parvaneh.peers.applications}") String applications) {
        var schemas = EvidenceSchemas.of(
                calls, applications, text -> !PersonalData.find(text).isEmpty());
        var rows = store.rows(DeskRows.COLLECTION, DeskRows.INDEXES);
        var scope = new DistrictScope(delegations);
        var desks = new Desks<>(pages, DistrictPlaces.LENS, scope, schemas, rows, cursors, clock);
        streams.count("decisionsWithoutVerdict", desks.withoutVerdict(VERDICT));
        return desks;
    }

    @Bean
    DeskEndpoints<DistrictPage> tasks(Desks<DistrictPage> desks, Commands commands) {
        return new DeskEndpoints<>(desks, commands);
    }

    @Bean
    SignatureEndpoints<DistrictPage> signatures(Desks<DistrictPage> desks, Commands commands, Problems problems) {
        return new SignatureEndpoints<>(desks, commands, problems);
    }
}
