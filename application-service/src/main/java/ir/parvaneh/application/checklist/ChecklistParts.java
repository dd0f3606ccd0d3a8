package ir.parvaneh.application.checklist;

import ir.parvaneh.application.document.HeldPapers;
import ir.parvaneh.application.document.PaperKinds;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Rounds;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Store;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The beans of this package; a broken edition stops the service here. Setting: {@code parvaneh.papers.look-each} (how
 * often files are compared with their papers).
 */
@Configuration(proxyBeanMethods = false)
class ChecklistParts {

    @Bean
    Checklists checklists(Store store, PaperKinds kinds, HeldPapers papers, CityClock clock) {
        return new Checklists(
                store.pages(Checklists.definition()), ChecklistEditions.load(kinds), kinds, papers, clock);
    }

    @Bean
    PapersOfTheFile papersOfTheFile(
            Pages<ApplicationFile> files, Checklists checklists, FileJudge judge, CityClock clock) {
        return new PapersOfTheFile(files, checklists, judge, clock);
    }

    @Bean
    Rounds paperRounds(PapersOfTheFile papers, @Value("${parvaneh.papers.look-each:PT30S}") Duration each) {
        return new Rounds().each(each, "how papers stand", papers::sweep);
    }
}
