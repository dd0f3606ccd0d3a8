package ir.parvaneh.application.terms;

import ir.parvaneh.application.desks.DeskParts;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.application.permit.PermitProcess;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.stream.Streams;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
class TermParts {

    @Bean
    LateSweeper lateSweeper(
            Pages<ApplicationFile> files, FileJudge judge, PermitProcess process, CityClock clock, Streams streams) {
        Mono<Boolean> inboxLags = streams.status().map(status -> status.lag().getOrDefault(DeskParts.INBOX, 0L) > 0);
        return new LateSweeper(files, new Lateness(judge, process.policy().lateGrace()), clock, inboxLags);
    }
}
