package ir.parvaneh.application.timeline;

import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.application.file.FileViews;
import ir.parvaneh.application.file.TermCalendar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
class TimelineParts {

    @Bean
    Clocks clocks(FileViews views, FileJudge judge, TermCalendar calendar) {
        return new Clocks(views, judge, calendar);
    }
}
