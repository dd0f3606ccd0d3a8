package ir.parvaneh.application.requests;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.stream.Inbox;
import ir.parvaneh.chassis.stream.Streams;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.Topics;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class RequestParts {

    /** The name of the inbox by which permits read the applications about them. */
    public static final String INBOX = "requests";

    @Bean
    Inbox<ApplicationFile> requests(Streams streams, Pages<ApplicationFile> files, FileJudge judge, CityClock clock) {
        Map<String, String> topics = Map.of(Sources.FILES, Topics.APPLICATIONS);
        return streams.inbox(INBOX, files, topics, new RequestReaction(judge, clock));
    }
}
