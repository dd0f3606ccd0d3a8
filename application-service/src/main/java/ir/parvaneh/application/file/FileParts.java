package ir.parvaneh.application.file;

import ir.parvaneh.application.process.Processes;
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
    Processes processes() {
        return HostedProcesses.load();
    }

    @Bean
    TermCalendar termCalendar() {
        return new TermCalendar(WorkingCalendar.official());
    }

    @Bean
    FileJudge fileJudge(Processes processes, TermCalendar calendar, PaperMoments moments) {
        return new FileJudge(processes, calendar, moments);
    }

    @Bean
    FileViews fileViews(FileJudge judge, TermCalendar calendar, CityClock clock) {
        return new FileViews(judge, calendar, clock);
    }

    @Bean
    FileDoor fileDoor(Pages<ApplicationFile> files) {
        return new FileDoor(files);
    }

    @Bean
    Pages<ApplicationFile> files(Store store) {
        return store.pages(FilePages.definition());
    }
}
