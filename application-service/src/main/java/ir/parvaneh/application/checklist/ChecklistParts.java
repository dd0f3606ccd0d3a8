package ir.parvaneh.application.checklist;

import ir.parvaneh.application.document.HeldPapers;
import ir.parvaneh.application.document.PaperKinds;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package; a broken edition stops the service here. */
@Configuration(proxyBeanMethods = false)
class ChecklistParts {

    @Bean
    Checklists checklists(Store store, PaperKinds kinds, HeldPapers papers, CityClock clock) {
        return new Checklists(
                store.pages(Checklists.definition()), ChecklistEditions.load(kinds), kinds, papers, clock);
    }
}
