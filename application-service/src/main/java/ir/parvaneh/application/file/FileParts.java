package ir.parvaneh.application.file;

import ir.parvaneh.application.permit.PermitProcess;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.iran.WorkingCalendar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package; a broken process table stops the service here. */
@Configuration(proxyBeanMethods = false)
class FileParts {

    @Bean
    PermitProcess permitProcess() {
        return PermitProcess.load();
    }

    @Bean
    TermCalendar termCalendar() {
        return new TermCalendar(WorkingCalendar.official());
    }

    @Bean
    FileJudge fileJudge(PermitProcess process, TermCalendar calendar) {
        return new FileJudge(process, calendar);
    }

    @Bean
    FileViews fileViews(FileJudge judge, TermCalendar calendar, CityClock clock) {
        return new FileViews(judge, calendar, clock);
    }

    @Bean
    Pages<ApplicationFile> files(Store store) {
        return store.pages(FilePages.definition());
    }
}
