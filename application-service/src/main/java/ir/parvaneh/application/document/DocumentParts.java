package ir.parvaneh.application.document;

import ir.parvaneh.application.checklist.PapersOfTheFile;
import ir.parvaneh.application.content.ContentStore;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.chassis.web.Cursors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
class DocumentParts {

    @Bean
    PaperKinds paperKinds() {
        return PaperKinds.load();
    }

    @Bean
    HeldPapers heldPapers(Store store, PaperKinds kinds) {
        return new HeldPapers(store.pages(HeldPapers.definition()), kinds);
    }

    @Bean
    WaitingScans waitingScans(HeldPapers papers, Pages<ApplicationFile> files, Cursors cursors) {
        return new WaitingScans(papers, files, cursors);
    }

    @Bean
    Readings readings(Store store, CityClock clock) {
        return new Readings(store.pages(Readings.definition()), clock);
    }

    @Bean
    Downloading downloading(ContentStore contents) {
        return new Downloading(contents);
    }

    @Bean
    ScanChecks scanChecks(HeldPapers papers, PapersOfTheFile standing, CityClock clock) {
        return new ScanChecks(papers, standing, clock);
    }
}
