package ir.parvaneh.application.terms;

import ir.parvaneh.application.desks.DeskParts;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.application.permit.PermitPolicy;
import ir.parvaneh.application.requests.RequestParts;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Rounds;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.stream.Inbox;
import ir.parvaneh.chassis.stream.Streams;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
class TermParts {

    /** Each second of real time: the terms themselves run in the city's time. */
    @Bean
    Rounds lateFiles(
            Pages<ApplicationFile> files,
            FileJudge judge,
            CityClock clock,
            Streams streams,
            @Qualifier(DeskParts.INBOX) Inbox<ApplicationFile> desks) {
        Mono<Boolean> inboxLags = streams.status().map(status -> Stream.of(DeskParts.INBOX, RequestParts.INBOX)
                .anyMatch(inbox -> status.lag().getOrDefault(inbox, 0L) > 0));
        Lateness lateness = new Lateness(judge, PermitPolicy.load().lateGrace());
        LateSweeper sweeper = new LateSweeper(files, lateness, clock, inboxLags, desks::catchUp);
        return new Rounds().each(Duration.ofSeconds(1), "late files", sweeper::sweep);
    }
}
