package ir.parvaneh.office;

import com.mongodb.reactivestreams.client.MongoCollection;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Rounds;
import ir.parvaneh.chassis.desk.DeskEndpoints;
import ir.parvaneh.chassis.desk.DeskLens;
import ir.parvaneh.chassis.desk.DeskRows;
import ir.parvaneh.chassis.desk.Desks;
import ir.parvaneh.chassis.desk.EvidenceSchemas;
import ir.parvaneh.chassis.identity.InternalCalls;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.chassis.stream.Inbox;
import ir.parvaneh.chassis.stream.Streams;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Cursors;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.Topics;
import ir.parvaneh.iran.PersonalData;
import ir.parvaneh.office.ledger.InPerson;
import ir.parvaneh.office.ledger.LedgerEndpoints;
import ir.parvaneh.office.page.ClosingOffices;
import ir.parvaneh.office.page.FollowsTheFile;
import ir.parvaneh.office.page.GoneInspectors;
import ir.parvaneh.office.page.OfficePage;
import ir.parvaneh.office.page.OfficePlaces;
import ir.parvaneh.office.page.OfficeScope;
import ir.parvaneh.office.page.Offices;
import ir.parvaneh.office.page.VisitEndpoints;
import ir.parvaneh.office.page.VisitWords;
import ir.parvaneh.office.page.Visits;
import ir.parvaneh.office.page.WalkIns;
import ir.parvaneh.office.register.OfficeLoad;
import ir.parvaneh.office.register.OfficeRegister;
import ir.parvaneh.office.visit.VisitDates;
import ir.parvaneh.office.visit.VisitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The office's page of each file and what is done with it. */
@Configuration(proxyBeanMethods = false)
class OfficeDesks {
    /** A decision without a verdict for so long is worth an operator's look. */
    private static final Duration VERDICT = Duration.ofMinutes(1);

    private static final Duration HOUSEKEEPING = Duration.ofSeconds(5);
    /** A count for each office; what this replica gave out since is added. */
    private static final Duration LOADS = Duration.ofSeconds(30);

    private static final Duration REPLACING = Duration.ofMinutes(1);

    @Bean
    VisitWords visitWords(Environment settings) {
        return new VisitWords(
                settings.getRequiredProperty("parvaneh.visit-words.scheduled-in"),
                List.of(settings.getRequiredProperty("parvaneh.visit-words.inspector-in", String[].class)),
                settings.getRequiredProperty("parvaneh.visit-words.inspector-role"),
                settings.getRequiredProperty("parvaneh.visit-words.recorded-by"));
    }

    @Bean
    Visits visits(VisitWords words, VisitDates dates, Offices offices) {
        return new Visits(words, dates, offices);
    }

    @Bean
    Offices officesAndLoad(OfficeRegister register, OfficeLoad load) {
        return new Offices(register, load);
    }

    @Bean
    DeskLens<OfficePage> lens(Visits visits) {
        return new DeskLens<>(OfficePage::desk, OfficePage::with, OfficePlaces::of, visits::hindrance);
    }

    @Bean
    Pages<OfficePage> pages(Store store, DeskLens<OfficePage> lens) {
        return store.pages(new Pages.Definition<>(
                "pages",
                Sources.OFFICE_PAGES,
                Topics.OFFICES,
                OfficePage.class,
                id -> OfficePage.blank(),
                OfficePlaces::found,
                OfficePlaces.INDEXES,
                page -> OfficePlaces.rows(page, lens)));
    }

    @Bean
    Inbox<OfficePage> inbox(Streams streams, Pages<OfficePage> pages, Offices offices, Visits visits, CityClock clock) {
        return streams.inbox(
                "office-pages",
                pages,
                Map.of(Sources.FILES, Topics.APPLICATIONS),
                new FollowsTheFile(offices, visits, clock));
    }

    @Bean
    Desks<OfficePage> desks(
            Pages<OfficePage> pages,
            DeskLens<OfficePage> lens,
            OfficeRegister register,
            InternalCalls calls,
            Store store,
            Cursors cursors,
            CityClock clock,
            Streams streams,
            @Value("${parvaneh.peers.applications}") String applications) {
        var schemas = EvidenceSchemas.of(
                calls, applications, text -> !PersonalData.find(text).isEmpty());
        MongoCollection<Document> rows = store.rows(DeskRows.COLLECTION, DeskRows.INDEXES);
        var desks = new Desks<>(pages, lens, new OfficeScope(register), schemas, rows, cursors, clock);
        streams.count("decisionsWithoutVerdict", desks.withoutVerdict(VERDICT));
        return desks;
    }

    @Bean
    DeskEndpoints<OfficePage> tasks(Desks<OfficePage> desks, Commands commands) {
        return new DeskEndpoints<>(desks, commands);
    }

    @Bean
    VisitEndpoints visitEndpoints(
            Pages<OfficePage> pages, VisitDates dates, VisitPolicy policy, Commands commands, CityClock clock) {
        return new VisitEndpoints(pages, dates, policy, commands, clock);
    }

    @Bean
    LedgerEndpoints ledger(Store store, Cursors cursors) {
        return new LedgerEndpoints(store.rows(InPerson.COLLECTION, InPerson.INDEXES), cursors);
    }

    @Bean
    WalkIns walkIns(Pages<OfficePage> pages, Commands commands, CityClock clock) {
        return new WalkIns(pages, commands, clock);
    }

    /** The register is read again, old claims lapse, and closing offices are emptied, one after the other. */
    @Bean
    Rounds housekeeping(
            Desks<OfficePage> desks,
            Pages<OfficePage> pages,
            OfficeRegister register,
            Offices offices,
            Visits visits,
            CityClock clock,
            @Value("${parvaneh.claim.lapses-after}") Duration lapsesAfter) {
        ClosingOffices closing = new ClosingOffices(pages, register, offices, visits, clock);
        GoneInspectors gone = new GoneInspectors(pages, desks, register, visits, clock);
        return new Rounds()
                .each(HOUSEKEEPING, "housekeeping", () -> register.refresh()
                        .then(desks.lapse(lapsesAfter))
                        .then(closing.empty()))
                .each(LOADS, "loads of offices", () -> offices.count(desks))
                .each(REPLACING, "replacing inspectors", gone::replace);
    }
}
