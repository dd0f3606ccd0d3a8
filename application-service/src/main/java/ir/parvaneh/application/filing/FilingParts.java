package ir.parvaneh.application.filing;

import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.application.process.Processes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
class FilingParts {

    @Bean
    Drafting drafting(FileJudge judge) {
        return new Drafting(judge, RequestTypes.load());
    }

    @Bean
    Acting acting(FileJudge judge, Processes processes) {
        return new Acting(judge, processes.schemas());
    }
}
