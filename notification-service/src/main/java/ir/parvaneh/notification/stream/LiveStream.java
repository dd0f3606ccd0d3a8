package ir.parvaneh.notification.stream;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.notification.message.Told;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What happens to one file, as it happens: server-sent events whose ids go up by one, so that a reader who was cut off goes on after the last
 * one he saw. Lines are read from the store, whichever replica wrote them; a heartbeat keeps the line open.
 */
@RestController
public final class LiveStream {
    private static final int BATCH = 100;
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final MongoCollection<Document> files;
    private final MongoCollection<Document> lines;
    private final Pace pace;

    /**
     * @param heartbeat how often a comment is sent
     * @param glance how often new lines are looked for
     * @param patience how long a file is waited for that was filed a moment ago and is not told of here yet
     */
    public record Pace(Duration heartbeat, Duration glance, Duration patience) {}

    public LiveStream(MongoCollection<Document> files, MongoCollection<Document> lines, Pace pace) {
        this.files = files;
        this.lines = lines;
        this.pace = pace;
    }

    @GetMapping(path = "/v1/applications/{id}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> follow(
            @PathVariable String id,
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId) {
        AtomicLong seen = new AtomicLong(number(lastEventId));
        return file(id, caller)
                .filter(file -> mayFollow(file, caller))
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")))
                .flatMapMany(file -> Flux.merge(beats(), happenings(id, seen)));
    }

    /** Events come a moment after the answer to the command: who files and looks at once must not hear that there is no such file. */
    private Mono<Document> file(String id, Caller caller) {
        return Mono.from(files.find(new Document("_id", id)).limit(1).batchSize(1))
                .filter(file -> caller.officeId() == null || Told.hasOffice(file))
                .repeatWhenEmpty(asked -> asked.delayElements(BETWEEN).take(pace.patience()));
    }

    private static boolean mayFollow(Document file, Caller caller) {
        return caller.hasRole("auditor")
                || caller.hasRole("operator")
                || Told.mayFollow(file, caller.personId(), caller.officeId(), caller.districtNo());
    }

    private Flux<ServerSentEvent<String>> beats() {
        return Flux.interval(Duration.ZERO, pace.heartbeat())
                .onBackpressureDrop()
                .map(beat -> ServerSentEvent.<String>builder().comment("here").build());
    }

    private Flux<ServerSentEvent<String>> happenings(String id, AtomicLong seen) {
        return Flux.interval(Duration.ZERO, pace.glance())
                .onBackpressureDrop()
                .concatMap(tick -> after(id, seen), 1)
                .map(LiveStream::event);
    }

    private Flux<Document> after(String id, AtomicLong seen) {
        Document newer = new Document("applicationId", id).append("seq", new Document("$gt", seen.get()));
        return Flux.from(lines.find(newer)
                        .sort(Sorts.ascending("seq"))
                        .limit(BATCH)
                        .batchSize(BATCH))
                .doOnNext(line -> seen.set(seq(line)));
    }

    private static ServerSentEvent<String> event(Document line) {
        return ServerSentEvent.<String>builder()
                .id(Long.toString(seq(line)))
                .event(line.getString("type"))
                .data(line.getString("data"))
                .build();
    }

    private static long seq(Document line) {
        return line.get("seq", Number.class).longValue();
    }

    private static long number(String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) return 0;
        try {
            return Long.parseLong(lastEventId.strip());
        } catch (NumberFormatException noNumber) {
            throw Refused.at("parameter-invalid", "Last-Event-ID");
        }
    }
}
