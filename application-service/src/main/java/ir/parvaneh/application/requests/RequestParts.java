package ir.parvaneh.application.requests;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Rounds;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.stream.Inbox;
import ir.parvaneh.chassis.stream.Streams;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.Topics;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class RequestParts {

    /** The name of the inbox by which permits read the applications about them. */
    public static final String INBOX = "requests";

    private static final Duration EACH = Duration.ofMillis(250);

    @Bean
    PermitReading permitReading(FileJudge judge, CertificatesOfBuilding certificates) {
        return new PermitReading(judge, certificates);
    }

    @Bean
    Telling telling(Pages<ApplicationFile> files, FileJudge judge, PermitReading reading, CityClock clock) {
        return new Telling(files, judge, reading, clock);
    }

    @Bean
    Rounds requestRounds(Telling telling) {
        return new Rounds().each(EACH, "words due to applications about permits", telling::sweep);
    }

    @Bean
    Inbox<ApplicationFile> requests(Streams streams, Pages<ApplicationFile> files, FileJudge judge, CityClock clock) {
        Map<String, String> topics = Map.of(Sources.FILES, Topics.APPLICATIONS);
        return streams.inbox(INBOX, files, topics, new RequestReaction(judge, clock));
    }
}
