package ir.parvaneh.application.desks;

import ir.parvaneh.application.fee.OfficeCharges;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.application.process.Processes;
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
public class DeskParts {

    /** The name of the inbox that reads desks. */
    public static final String INBOX = "desks";

    @Bean
    Inbox<ApplicationFile> desks(
            Streams streams,
            Pages<ApplicationFile> files,
            FileJudge judge,
            Processes processes,
            OfficeCharges charges,
            CityClock clock) {
        var reaction = new DeskReaction(new Verdicts(judge, processes.schemas()), charges, clock);
        Map<String, String> topics =
                Map.of(Sources.OFFICE_PAGES, Topics.OFFICES, Sources.DISTRICT_PAGES, Topics.DISTRICTS);
        return streams.inbox(INBOX, files, topics, reaction);
    }
}
