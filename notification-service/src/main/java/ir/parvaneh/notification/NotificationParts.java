package ir.parvaneh.notification;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.chassis.stream.Projection;
import ir.parvaneh.chassis.stream.Streams;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Cursors;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.Topics;
import ir.parvaneh.notification.message.MessageEndpoints;
import ir.parvaneh.notification.message.Told;
import ir.parvaneh.notification.stream.LiveStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Messages and live streams, both made from the same events. */
@Configuration(proxyBeanMethods = false)
class NotificationParts {
    private static final String FILES = "files";
    private static final Map<String, String> READ = Map.of(
            Sources.FILES, Topics.APPLICATIONS,
            Sources.OFFICE_PAGES, Topics.OFFICES,
            Sources.DOCKETS, Topics.DISTRICTS);

    @Bean
    Projection told(Streams streams) {
        return streams.projection(
                "notifications", READ, new Projection.Definition(FILES, List.of(), READ.keySet(), new Told()));
    }

    @Bean
    MessageEndpoints messages(Store store, Cursors cursors, Commands commands, CityClock clock) {
        return new MessageEndpoints(store.rows(Told.MESSAGES, Told.MESSAGE_INDEXES), cursors, commands, clock);
    }

    @Bean
    LiveStream liveStream(
            Store store,
            @Value("${parvaneh.live.heartbeat}") Duration heartbeat,
            @Value("${parvaneh.live.glance}") Duration glance,
            @Value("${parvaneh.live.patience}") Duration patience) {
        var pace = new LiveStream.Pace(heartbeat, glance, patience);
        return new LiveStream(store.rows(FILES, List.of()), store.rows(Told.LINES, Told.LINE_INDEXES), pace);
    }
}
